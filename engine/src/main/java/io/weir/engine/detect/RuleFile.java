package io.weir.engine.detect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule file, as it is written.
 *
 * @param family what the rules have in common
 * @param rules at least one
 */
record RuleFile(
        @JsonProperty("family") String family,
        @JsonProperty("rules") List<RuleDefinition> rules) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads, compiles and checks the rules of a file.
     *
     * @throws RuleFileException naming file, rule and example
     * @throws IOException if the stream breaks
     */
    static List<Rule> read(String file, InputStream stream) throws IOException {
        RuleFile parsed;
        try {
            parsed = YAML.readValue(stream, RuleFile.class);
        } catch (JsonProcessingException e) {
            throw new RuleFileException(file + ": " + e.getMessage(), e);
        }
        Set<String> ids = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (RuleDefinition definition : parsed.rules()) {
            if (!ids.add(definition.id())) {
                throw new RuleFileException(file + ", rule " + definition.id() + ": the id stands twice");
            }
            rules.add(compile(file, parsed.family(), definition));
        }
        return rules;
    }

    private static Rule compile(String file, String family, RuleDefinition definition) {
        try {
            Rule rule = Rule.compile(family, definition);
            RuleCheck.check(rule, definition);
            return rule;
        } catch (IllegalArgumentException e) {
            throw new RuleFileException(file + ", rule " + definition.id() + ": " + e.getMessage(), e);
        }
    }
}
