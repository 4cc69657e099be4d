package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
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

    @Test
    void aCallThatIsSentInPlaceOfAPollSaysSo() throws Exception {
        List<HttpField> headers =
                List.of(new HttpField("Mcp-Method", "tasks/get"), new HttpField("Mcp-Name", "weir-task-1"));

        List<HttpField> replaced = Mirrors.replaced(headers, message("tools/call", "{\"name\":\"pay\"}"), Map.of());

        assertThat(replaced)
                .extracting(field -> field.getName() + ": " + field.getValue())
                .containsExactly("Mcp-Method: tools/call", "Mcp-Name: pay");
    }

    @Test
    void theNameOfAMessageAboutATaskIsTheTasks() throws Exception {
        Message poll = message("tasks/get", "{\"taskId\":\"t-1\",\"name\":\"pay\"}");

        assertThat(Mirrors.mismatch(HttpFields.build().add("Mcp-Name", "t-1").asImmutable(), poll))
                .isEmpty();
        assertThat(Mirrors.mismatch(HttpFields.build().add("Mcp-Name", "pay").asImmutable(), poll))
                .isNotEmpty();
    }

    private static Message message(String method, String params) throws Exception {
        return new MessageReader(1_000)
                .read(("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"" + method + "\",\"params\":" + params + "}")
                        .getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
    }
}
