package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.junit.jupiter.api.Test;

class MirrorsTest {

    @Test
    void aCallThatIsSentInPlaceOfAnotherHasItsOwnMirrorsAndNoneOfTheOthers() throws Exception {
        Message message = new MessageReader(1_000)
                .read("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"pay\"}}"
                        .getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
        List<HttpField> headers = List.of(
                new HttpField("Mcp-Method", "tools/call"),
                new HttpField("Mcp-Name", "firewall_confirm"),
                new HttpField("Mcp-Param-Otp", "493027"));

        List<HttpField> replaced = Mirrors.replaced(headers, message, Map.of("Mcp-Param-To", "M\u00fcller"));

        assertThat(replaced)
                .extracting(field -> field.getName() + ": " + field.getValue())
                .containsExactly("Mcp-Method: tools/call", "Mcp-Name: pay", "Mcp-Param-To: =?base64?TcO8bGxlcg==?=");
    }
}
