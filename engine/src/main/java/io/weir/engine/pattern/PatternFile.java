package io.weir.engine.pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of patterns as it is written; {@code patterns.yaml} says what its members mean.
 *
 * @param words groups of words by name
 * @param patterns the patterns
 */
record PatternFile(
        @JsonProperty("words") Map<String, Set<String>> words,
        @JsonProperty("patterns") List<Entry> patterns) {

    private static final String RESOURCE = "patterns.yaml";

    /** A pattern as it is written. */
    record Entry(
            @JsonProperty("id") String id,
            @JsonProperty("says") String says,
            @JsonProperty("within") String within,
            @JsonProperty("steps") List<StepEntry> steps) {}

    /** A step as it is written; what is left out does not matter. */
    record StepEntry(
            Set<DataClass> reads,
            Set<Verb> calls,
            List<String> does,
            @Nullable Audience to,
            long bytes,
            int amount,
            @Nullable String distinct,
            @Nullable String same) {

        @JsonCreator
        StepEntry(
                @JsonProperty("reads") @Nullable Set<DataClass> reads,
                @JsonProperty("calls") @Nullable Set<Verb> calls,
                @JsonProperty("does") @Nullable List<String> does,
                @JsonProperty("to") @Nullable Audience to,
                @JsonProperty("bytes") @Nullable Long bytes,
                @JsonProperty("amount") @Nullable Integer amount,
                @JsonProperty("distinct") @Nullable String distinct,
                @JsonProperty("same") @Nullable String same) {
            this(
                    Objects.requireNonNullElse(reads, Set.of()),
                    Objects.requireNonNullElse(calls, Set.of()),
                    Objects.requireNonNullElse(does, List.of()),
                    to,
                    bytes == null ? 0 : bytes,
                    amount == null ? 1 : amount,
                    distinct,
                    same);
        }
    }

    /** The patterns that the engine comes with. */
    static List<Pattern> shipped() {
        try (InputStream in = PatternFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the engine's jar");
            }
            return mapper().readValue(in, PatternFile.class).compiled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The patterns of a text.
     *
     * @throws IllegalArgumentException if it cannot be read, or a pattern names what there is not
     */
    static List<Pattern> read(String text) {
        try {
            return mapper().readValue(text, PatternFile.class).compiled();
        } catch (IOException e) {
            throw new IllegalArgumentException("the patterns cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Pattern> compiled() {
        return patterns.stream()
                .map(entry -> new Pattern(
                        entry.id(),
                        entry.says(),
                        duration(entry),
                        entry.steps().stream().map(step -> step(entry, step)).toList()))
                .toList();
    }

    private static Duration duration(Entry entry) {
        String text = entry.within();
        String amount = text.substring(0, text.length() - 1);
        if (amount.isEmpty() || !amount.chars().allMatch(Character::isDigit)) {
            throw refused(entry, "'within' is '" + text + "', a number with s, m, h or d behind it is needed");
        }
        long count = Long.parseLong(amount);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw refused(entry, "'within' is '" + text + "', its unit must be s, m, h or d");
        };
    }

    private PatternStep step(Entry entry, StepEntry step) {
        if (step.reads().isEmpty() == step.calls().isEmpty()) {
            throw refused(entry, "a step needs either 'reads' or 'calls'");
        }
        if (step.amount() < 1 || step.amount() > MarkBook.MARKS_MAX) {
            throw refused(entry, "'amount' must be 1 to " + MarkBook.MARKS_MAX);
        }
        PatternStep.Counted counted = counted(entry, step.distinct());
        if (step.same() != null && !step.same().equals("tool")) {
            throw refused(entry, "'same: " + step.same() + "' is not known; known: tool");
        }
        List<List<Set<String>>> does =
                step.does().stream().map(groups -> groups(entry, groups)).toList();
        return new PatternStep(
                step.reads(), step.calls(), does, step.to(), step.bytes(), step.amount(), counted, step.same() != null);
    }

    private static PatternStep.Counted counted(Entry entry, @Nullable String distinct) {
        if (distinct == null) {
            return PatternStep.Counted.FINDINGS;
        }
        return switch (distinct) {
            case "issuer" -> PatternStep.Counted.ISSUERS;
            case "event" -> PatternStep.Counted.EVENTS;
            default -> throw refused(entry, "'distinct: " + distinct + "' is not known; known: event, issuer");
        };
    }

    private List<Set<String>> groups(Entry entry, String names) {
        List<Set<String>> groups = new ArrayList<>();
        for (String name : names.split(" ")) {
            Set<String> group = words.get(name);
            if (group == null) {
                throw refused(entry, "no group of words is called '" + name + "'; known: " + sorted(words.keySet()));
            }
            groups.add(group);
        }
        return groups;
    }

    private static Set<String> sorted(Set<String> names) {
        return names.stream().sorted().collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static IllegalArgumentException refused(Entry entry, String why) {
        return new IllegalArgumentException("pattern " + entry.id() + ": " + why);
    }

    private static ObjectMapper mapper() {
        return YAMLMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
