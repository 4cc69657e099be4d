package io.weir.engine.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * One rule file, as it is written: the family, defaults for all of its rules, and the rules.
 *
 * @param family what the rules have in common
 * @param rules at least one
 */
public record RuleFile(String family, List<RuleDefinition> rules) {

    private static final int BYTES_MAX = 4 * 1024 * 1024;
    private static final Set<String> MEMBERS = new TreeSet<>(List.of("defaults", "family", "rules"));

    private static final ObjectMapper YAML = mapper();

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @throws RuleFileException with all that is wrong
     */
    public static RuleFile read(String file, String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw RuleFileException.unreadable(file, e);
        }
        List<String> problems = new ArrayList<>();
        root.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                problems.add("'" + name + "' is not known here; known: " + MEMBERS);
            }
        });
        String family = root.path("family").asText("");
        if (family.isEmpty()
                || !root.path("rules").isArray()
                || root.path("rules").isEmpty()) {
            problems.add("'family' and at least one rule under 'rules' are needed");
        }
        List<RuleDefinition> rules = rules(root, problems);
        if (!problems.isEmpty()) {
            throw new RuleFileException(file, problems);
        }
        return new RuleFile(family, List.copyOf(rules));
    }

    private static List<RuleDefinition> rules(JsonNode root, List<String> problems) {
        List<RuleDefinition> rules = new ArrayList<>();
        for (JsonNode rule : root.path("rules")) {
            ObjectNode whole = YAML.createObjectNode();
            if (root.path("defaults") instanceof ObjectNode defaults) {
                whole.setAll(defaults);
            }
            if (rule instanceof ObjectNode own) {
                whole.setAll(own);
            }
            try {
                rules.add(YAML.treeToValue(whole, RuleDefinition.class));
            } catch (JsonProcessingException e) {
                problems.add("rule " + rule.path("id").asText("without id") + ": " + e.getOriginalMessage());
            }
        }
        return rules;
    }

    private static ObjectMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(BYTES_MAX);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
        return YAMLMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
