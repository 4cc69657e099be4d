package io.weir.edge.mcp.era;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.mcp.message.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that clients must repeat in headers, as servers list them. */
class ToolHeadersTest {

    private final ToolHeaders headers = new ToolHeaders();

    private void listed(Map<String, ?> properties) {
        headers.note(Message.answering(
                1,
                "result",
                Map.of("tools", List.of(Map.of("name", "t", "inputSchema", Map.of("properties", properties))))));
    }

    private Map<String, String> called(Map<String, ?> arguments) {
        return headers.of(Message.asking(2, "tools/call", Map.of("name", "t", "arguments", arguments)));
    }

    @Test
    void repeatsPlainValuesWhereverTheyStand() {
        listed(Map.of(
                "a", Map.of("x-mcp-header", "A"),
                "b", Map.of("properties", Map.of("c", Map.of("x-mcp-header", "C-d")))));

        assertThat(called(Map.of("a", 7, "b", Map.of("c", true), "e", "f")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Mcp-Param-A", "7", "Mcp-Param-C-d", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A b", "A\r\nAuthorization", "A:", "\u00e4", "(A)"})
    void setsNoHeaderWhoseNameIsNone(String name) {
        listed(Map.of("a", Map.of("x-mcp-header", name)));

        assertThat(called(Map.of("a", "value"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"items", "additionalProperties", "oneOf"})
    void looksAtPropertiesAlone(String keyword) {
        listed(Map.of("a", Map.of(keyword, Map.of("x-mcp-header", "A"))));

        assertThat(called(Map.of("a", Map.of("b", "value")))).isEmpty();
    }

    @Test
    void forgetsAToolThatAsksForNothingAnyMore() {
        listed(Map.of("a", Map.of("x-mcp-header", "A")));
        listed(Map.of("a", Map.of("type", "string")));

        assertThat(called(Map.of("a", "value"))).isEmpty();
    }
}
