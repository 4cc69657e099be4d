package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.event.PolicyMatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the published schema for editors lists is what the reader knows. */
class PolicySchemaTest {

    @Test
    void listsExactlyTheKeysThatTheReaderKnows() throws IOException {
        JsonNode schema;
        try (InputStream in = PolicyMatch.class.getResourceAsStream("/io/weir/schemas/policy.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }

        assertThat(names(schema.at("/$defs/match/properties")))
                .containsExactlyInAnyOrderElementsOf(new MatchReader(new Problems("p")).keys());
        assertThat(names(schema.at("/$defs/condition/properties")))
                .containsExactlyInAnyOrderElementsOf(new ConditionReader(new Problems("p")).keys());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
