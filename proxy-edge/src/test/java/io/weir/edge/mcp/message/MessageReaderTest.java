package io.weir.edge.mcp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.edge.mcp.message.Message.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    private final MessageReader reader = new MessageReader(1 << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A careless reader takes each of these for a call of a tool, or for a call of another tool.
                "{'jsonrpc':'2.0','id':1,'method':'ping','method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x','name':'y'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x','arguments':{},'arguments':{'a':1}}}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','Method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','METHOD':'tools/call'}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','paramſ':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x','Arguments':{'a':1}}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x','Name':'y'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'nаme':'y','name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x','na\\u200bme':'y'}}",
                "{'jsonrpc':'2.0','id':1,'method':'Tools/Call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call ','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/cаll','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools\\u200b/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools／call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':['tools/call'],'params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':['x',{}]}",
                "{'jsonrpc':'2.0','id':null,'method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':{},'method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'x'},'result':{}}",
                "{'jsonrpc':'1.0','id':1,'method':'tools/call','params':{'name':'x'}}",
                "{'id':1,'method':'tools/call','params':{'name':'x'}}",
                "{'jsonrpc':'2.0','id':1,'result':{},'error':{}}",
                "{'jsonrpc':'2.0','id':1}",
                "{'jsonrpc':'2.0','id':1,'method':'ping'} {'jsonrpc':'2.0','id':2,'method':'tools/call'}",
                "{'jsonrpc':'2.0','id':1,'method':'ping',}",
                "{'jsonrpc':'2.0','id':1,'method':'ping'/* */}",
                "{'jsonrpc':'2.0','id':01,'method':'ping'}",
                "{'jsonrpc':'2.0','id':NaN,'method':'ping'}",
                "'tools/call'",
                "[]",
                "null",
                ""
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String text) {
        assertThatExceptionOfType(MessageRefused.class).isThrownBy(() -> reader.read(bytes(text)));
    }

    @Test
    void refusesAByteOrderMarkInvalidUtf8AndDeepNesting() {
        byte[] marked = bytes("\uFEFF{'jsonrpc':'2.0','id':1,'method':'ping'}");
        byte[] broken = bytes("{'jsonrpc':'2.0','id':1,'method':'ping','x':'?'}");
        broken[broken.length - 3] = (byte) 0xC3;
        byte[] deep = bytes(
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'a':" + "[".repeat(200) + "]".repeat(200) + "}}");

        for (byte[] bytes : new byte[][] {marked, broken, deep}) {
            assertThatExceptionOfType(MessageRefused.class)
                    .isThrownBy(() -> reader.read(bytes))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(RpcError.PARSE));
        }
    }

    @Test
    void tellsRequestsNotificationsAndResponsesApart() throws MessageRefused {
        assertThat(one("{'jsonrpc':'2.0','id':1,'method':'ping'}").kind()).isEqualTo(Kind.REQUEST);
        assertThat(one("{'jsonrpc':'2.0','method':'notifications/initialized','params':null}")
                        .kind())
                .isEqualTo(Kind.NOTIFICATION);
        assertThat(one("{'jsonrpc':'2.0','id':'a','result':{}}").kind()).isEqualTo(Kind.RESPONSE);
        assertThat(one("{'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'x'}}")
                        .kind())
                .isEqualTo(Kind.RESPONSE);
        assertThat(one("{'jsonrpc':'2.0','id':1,'method':'vendor/new','params':{}}")
                        .methodName())
                .isEqualTo("vendor/new");
    }

    @Test
    void keepsTheIdsOfNumbersAndStringsApart() throws MessageRefused {
        assertThat(one("{'jsonrpc':'2.0','id':1,'method':'ping'}").idKey())
                .isNotEqualTo(one("{'jsonrpc':'2.0','id':'1','method':'ping'}").idKey());
    }

    @Test
    void readsABatchMessageByMessage() throws MessageRefused {
        var parsed = reader.read(
                bytes("[ {'jsonrpc':'2.0','id':1,'method':'ping'} , {'jsonrpc':'2.0', 'id':2,'method':'ping'}]"));

        assertThat(parsed.batch()).isTrue();
        assertThat(parsed.messages())
                .extracting(Message::text)
                .containsExactly(
                        json("{'jsonrpc':'2.0','id':1,'method':'ping'}"),
                        json("{'jsonrpc':'2.0', 'id':2,'method':'ping'}"));
    }

    @Test
    void changesOnlyWhatChanged() throws MessageRefused {
        Message message =
                one("{ 'jsonrpc' : '2.0', 'id':1.0e0,'params':{'b':1.50, 'a' : ['x\\u0041', 1E2, {'k':null}]},"
                        + "'method':'tools/call'}");
        var params = new LinkedHashMap<>(message.params());
        var items = new ArrayList<Object>(Members.list(params.get("a")));
        items.set(0, "[gone]");
        params.put("a", items);

        assertThat(message.withParams(params))
                .isEqualTo(
                        json("{ 'jsonrpc' : '2.0', 'id':1.0e0,'params':{'b':1.50, 'a' : ['[gone]', 1E2, {'k':null}]},"
                                + "'method':'tools/call'}"));
    }

    private Message one(String text) throws MessageRefused {
        return reader.read(bytes(text)).messages().get(0);
    }

    private static byte[] bytes(String text) {
        return json(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
