package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.engine.rule.Rule;
import io.weir.schemas.word.DataClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which of our rules are of the family that a source means by a name. The answer is the same for positives and
 * negatives. {@code docs/accuracy.md} tells how it is found.
 *
 * @param entities our rule ids, or how they begin, for each entity name
 * @param patternEntities names whose values have a form, so that rules can be expected to find them
 * @param freeTextEntities the others that fully labelled texts name
 * @param anySecret for each source, names that stand for any kind of secret
 * @param sameIssuer issuers that are one house
 */
record Families(
        @JsonProperty("entities") Map<String, List<String>> entities,
        @JsonProperty("pattern_entities") List<String> patternEntities,
        @JsonProperty("free_text_entities") List<String> freeTextEntities,
        @JsonProperty("any_secret") Map<String, List<String>> anySecret,
        @JsonProperty("same_issuer") List<List<String>> sameIssuer) {

    private static final String FILE = "families.yaml";
    private static final int PREFIX_MIN = 5;

    static Families standard() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream stream = Families.class.getResourceAsStream(FILE)) {
            return yaml.readValue(Objects.requireNonNull(stream, FILE), Families.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Whether a finding of the rule is what the source means by the name. */
    boolean fits(Rule rule, String source, String name) {
        List<String> ids = entities.get(name);
        if (ids != null) {
            return ids.stream().anyMatch(id -> isOf(rule.id(), id));
        }
        boolean secret = rule.dataClass() == DataClass.SECRETS;
        if (rule.issuer().isEmpty() || isAnySecret(source, name)) {
            return secret;
        }
        return house(rule.issuer()).anyMatch(issuer -> names(name, issuer));
    }

    /** Whether a name is of an entity that has a form. */
    boolean isPattern(String name) {
        return patternEntities.contains(name);
    }

    /** Entities that findings in fully labelled texts are counted under, those that have a form first. */
    List<String> labelledEntities() {
        return Stream.concat(patternEntities.stream(), freeTextEntities.stream())
                .toList();
    }

    /** Whether the file maps the name to rules; otherwise it is the name of a secret. */
    boolean knows(String name) {
        return entities.containsKey(name);
    }

    private boolean isAnySecret(String source, String name) {
        return anySecret.getOrDefault(source, List.of()).stream()
                .anyMatch(any ->
                        any.endsWith(".*") ? name.startsWith(any.substring(0, any.length() - 1)) : name.equals(any));
    }

    private Stream<String> house(String issuer) {
        return sameIssuer.stream()
                .filter(house -> house.contains(issuer))
                .findFirst()
                .map(List::stream)
                .orElse(Stream.of(issuer));
    }

    private static boolean isOf(String ruleId, String id) {
        return ruleId.equals(id) || ruleId.startsWith(id.endsWith("-") ? id : id + "-");
    }

    /** Whether the words of a name spell the issuer, or begin with it where it is long enough to be no accident. */
    private static boolean names(String name, String issuer) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
        for (int i = 0; i < words.length; i++) {
            StringBuilder joined = new StringBuilder();
            for (int j = i; j < words.length && joined.length() < issuer.length(); j++) {
                joined.append(words[j]);
            }
            boolean begins = joined.indexOf(issuer) == 0;
            if (begins && (joined.length() == issuer.length() || issuer.length() >= PREFIX_MIN)) {
                return true;
            }
        }
        return false;
    }
}
