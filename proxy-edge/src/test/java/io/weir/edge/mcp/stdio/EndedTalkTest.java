package io.weir.edge.mcp.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.mcp.era.Carrier;
import io.weir.edge.mcp.era.OlderClient;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How translated requests end without an answer: cancelled, unreadable, given up. */
class EndedTalkTest {

    private final Recorded ends = new Recorded();
    private final Questions questions = new Questions(ends);

    @Test
    void cancelsARequestUnderTheIdThatTheServerKnows() throws Exception {
        Words talk = older();
        say(talk, call(7, "{}"));

        say(talk, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");

        String id = String.valueOf(message(ends.server.get(0)).id());
        assertThat(ends.server.get(1)).contains("notifications/cancelled", "\"requestId\":\"" + id + "\"");
        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"result\":{}}"));
        assertThat(ends.client).isEmpty();
    }

    @Test
    void cancelsARequestOfTheNewerEraUnderTheIdThatTheServerKnows() throws Exception {
        Words talk = modern();
        say(talk, modernCall(7));

        say(talk, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");

        assertThat(ends.server.get(1))
                .contains(
                        "notifications/cancelled",
                        String.valueOf(message(ends.server.get(0)).id()));
    }

    @Test
    void knowsWhoseRequestAnUnreadableAnswerIsTo() throws Exception {
        Words talk = older();
        say(talk, call(7, "{}"));
        String idKey = message(ends.server.get(0)).idKey();

        assertThat(talk.taken(idKey)).contains("7");
        assertThat(talk.taken(idKey)).isEmpty();
    }

    @Test
    void endsACallThatIsCancelledWhileItsClientIsAsked() throws Exception {
        Words talk = older();
        say(talk, call(7, "{}"));
        talk.fromServer(
                answer(0, "{\"resultType\":\"input_required\",\"inputRequests\":{\"a\":{\"method\":\"roots/list\"}}}"));
        Message question = message(ends.client.get(0));

        say(talk, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");
        say(talk, "{\"jsonrpc\":\"2.0\",\"id\":" + question.idKey() + ",\"result\":{\"roots\":[]}}");

        assertThat(ends.server).hasSize(1);
    }

    @Test
    void makesTheRequestAgainAtOnceWhereNothingIsAsked() throws Exception {
        Words talk = older();
        say(talk, call(7, "{\"amount\":1.50}"));

        talk.fromServer(answer(0, "{\"resultType\":\"input_required\",\"requestState\":\"s\"}"));

        assertThat(ends.server.get(1))
                .contains("\"amount\":1.50", "\"requestState\":\"s\"")
                .doesNotContain("inputResponses");
        assertThat(message(ends.server.get(1)).id())
                .isNotEqualTo(message(ends.server.get(0)).id());
    }

    @Test
    void doesNotAskForEver() throws Exception {
        Words talk = older();
        say(talk, call(7, "{}"));
        for (int i = 0; ends.client.isEmpty(); i++) {
            talk.fromServer(answer(i, "{\"resultType\":\"input_required\",\"requestState\":\"s\"}"));
        }

        assertThat(ends.server).hasSize(9);
        assertThat(ends.client.get(0)).contains("isError", "\"id\":7");
    }

    @Test
    void asksOneQuestionAfterTheOther() throws Exception {
        Words talk = modern();
        say(talk, modernCall(1));
        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"roots/list\"}"));
        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"roots/list\"}"));
        assertThat(ends.client).hasSize(1);

        say(talk, again(2, ends.client.get(0)));
        say(talk, again(3, ends.client.get(1)));

        assertThat(ends.server.get(1)).contains("\"id\":\"a\"", "\"roots\":[]");
        assertThat(ends.server.get(2)).contains("\"id\":\"b\"", "\"roots\":[]");
        talk.fromServer(answer(0, "{\"content\":[]}"));
        assertThat(ends.client.get(2)).contains("\"id\":3", "\"resultType\":\"complete\"");
    }

    @Test
    void keepsAnAnswerThatComesBeforeItsClientDoes() throws Exception {
        Words talk = modern();
        say(talk, modernCall(1));
        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"roots/list\"}"));
        talk.fromServer(answer(0, "{\"content\":[]}"));
        assertThat(ends.client).hasSize(1);

        say(talk, again(2, ends.client.get(0)));

        assertThat(ends.client.get(1)).contains("\"id\":2", "\"content\":[]");
    }

    @Test
    void refusesAQuestionThatMayNotBeAsked() throws Exception {
        Words talk = modern();
        say(talk, modernCall(1));
        ends.instead = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true}}";

        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"roots/list\"}"));

        assertThat(ends.server.get(1)).contains("\"id\":\"a\"", "error");
        assertThat(ends.server.get(2)).contains("notifications/cancelled");
    }

    @Test
    void answersAServerThatAsksWhetherAnybodyIsThere() throws Exception {
        Words talk = modern();

        talk.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}"));

        assertThat(ends.server).containsExactly("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
    }

    private Words older() throws Exception {
        Message initialize = message("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"roots\":{}}}}");
        Message discovered = message("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"supportedVersions\":[\"2026-07-28\"],"
                + "\"capabilities\":{}}}");
        return new OlderTalk(new OlderClient(initialize, Carrier.STREAMS), discovered, ends, questions);
    }

    private Words modern() throws Exception {
        return new ModernTalk(
                message("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{}}}"),
                ends,
                questions);
    }

    /** The server's answer to what it was told so many messages after the first. */
    private Message answer(int place, String result) throws Exception {
        return message("{\"jsonrpc\":\"2.0\",\"id\":"
                + message(ends.server.get(place)).idKey() + ",\"result\":" + result + "}");
    }

    private static void say(Words talk, String text) throws Exception {
        talk.toServer(message(text), text);
    }

    private static String call(int id, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"t\",\"arguments\":" + arguments + "}}";
    }

    private static String modernCall(int id) {
        return modernCall(id, "");
    }

    private static String modernCall(int id, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"t\"," + params
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{\"roots\":{}}}}}";
    }

    private static String again(int id, String asked) throws Exception {
        return modernCall(
                id,
                "\"inputResponses\":{\"input\":{\"roots\":[]}},\"requestState\":\""
                        + message(asked).result().get("requestState") + "\",");
    }

    private static Message message(String text) throws MessageRefused {
        return new MessageReader(1 << 20)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
    }

    /** What both sides are told. */
    private static final class Recorded implements Ends {

        private final List<String> server = new ArrayList<>();
        private final List<String> client = new ArrayList<>();
        private String instead = "";

        @Override
        public void tellServer(String text) {
            server.add(text);
        }

        @Override
        public Step tellClient(Message told) {
            return tellClient(told.text());
        }

        @Override
        public Step tellClient(String text) {
            String told = instead.isEmpty() ? text : instead;
            client.add(told);
            return new Step.Forward(told);
        }

        @Override
        public Message read(Message message, String text) throws IOException {
            return message;
        }
    }
}
