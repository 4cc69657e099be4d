package io.weir.edge.mcp.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages with more members than they came with. */
class MessageTest {

    private static final String START = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "}                                          | ,\"params\":{\"_meta\":{\"a\":1,\"b\":\"x\"}}}",
                ", \"params\": null }                       | , \"params\": {\"_meta\":{\"a\":1,\"b\":\"x\"}} }",
                ",\"params\":{}}                            | ,\"params\":{\"_meta\":{\"a\":1,\"b\":\"x\"}}}",
                ",\"params\":{\"n\": 1.50 }}                | ,\"params\":{\"n\": 1.50"
                        + " ,\"_meta\":{\"a\":1,\"b\":\"x\"}}}",
                ",\"params\":{\"_meta\":{} , \"n\":[1e2]}}  | ,\"params\":{\"_meta\":{\"a\":1,\"b\":\"x\"} ,"
                        + " \"n\":[1e2]}}",
                ",\"params\":{\"_meta\":null}}              | ,\"params\":{\"_meta\":{\"a\":1,\"b\":\"x\"}}}",
                ",\"params\":{\"_meta\":{\"b\":7, \"c\":0.10}}} | ,\"params\":{\"_meta\":{\"b\":\"x\","
                        + " \"c\":0.10,\"a\":1}}}",
            })
    void addsMembersAndLeavesAllOtherCharacters(String end, String expected) throws Exception {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("a", 1);
        more.put("b", "x");

        Message changed = read(START + end).withMore(List.of("params", "_meta"), more);

        assertThat(changed.text()).isEqualTo(START + expected);
        assertThat(changed.members()).isEqualTo(read(changed.text()).members());
    }

    private static Message read(String text) throws MessageRefused {
        return new MessageReader(4_096)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
    }
}
