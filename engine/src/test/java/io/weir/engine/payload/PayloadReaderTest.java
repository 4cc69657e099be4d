package io.weir.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {

    private final PayloadReader reader = PayloadReader.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.weir.test/v1/users | /url/host=api.weir.test, /url/path/0=v1, /url/path/1=users",
                "https://a%2Db.weir.test:8443/x%20y | /url/host=a-b.weir.test, /url/path/0=x y",
                "https://bob:p%40ss@weir.test/ | /url/userinfo/username=bob, /url/userinfo/password=p@ss, /url/host=weir.test",
                "https://weir.test?q=a+b%2Bc&x | /url/host=weir.test, /url/query/q=a b+c, /url/query/~n1=x",
                "https://weir.test?q=1&q=2 | /url/host=weir.test, /url/query/q=1, /url/query/~n1=2",
                "https://weir.test/#frag%20ment | /url/host=weir.test, /url/fragment=frag ment",
                "https://[2001:db8::1]:443/a | /url/host=[2001:db8::1], /url/path/0=a",
                "https://weir.test?f=%7B%22a%22%3A%5B7%5D%7D | /url/host=weir.test, /url/query/f~json/a/0=7",
                "mcp://tool | /url/host=tool",
                "exec://localhost | /url/host=localhost",
                "search://x?q=1 | /url/host=x, /url/query/q=1",
                "message://chan | /url/host=chan",
                "mailto:eve@weir.test?body=hi | /url/path/0=eve@weir.test, /url/query/body=hi",
                "docs/page.html | /url/path/0=docs, /url/path/1=page.html",
                "www.weir.test | /url/path/0=www.weir.test"
            })
    void readsTheComponentsOfAUrl(String url, String expected) {
        assertThat(texts(reader.read(call(url, Map.of(), null)))).hasToString("{" + expected + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "://", "http://", "http://@:@:/?#", "%", "%zz%1", "http://[", "?&&=&", "a b\u0000c"})
    void readsBrokenUrlsWithoutComplaint(String url) {
        assertThat(reader.read(call(url, Map.of(), null)).gaps()).isEmpty();
    }

    @Test
    void readsHeadersUnderTheirLowerCaseName() {
        Payload payload = reader.read(call("", Map.of("X-Api-Key", "abc"), null));

        assertThat(payload.leaves()).containsExactly(new Leaf("/headers/x-api-key", "x-api-key", "abc"));
    }

    @Test
    void readsTextsAndNumbersOfATreeInOrder() {
        // Given
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("a/b", "one");
        body.put("list", Arrays.asList("two", true, null, 3));
        body.put("card", new BigDecimal("4.539148803436467E15"));
        body.put("big", new BigInteger("12345678901234567890"));
        body.put("half", 0.5);
        body.put("empty", "");

        // Then
        assertThat(reader.readBody(body).leaves())
                .containsExactly(
                        new Leaf("/body/~n0~key", "", "a/b"),
                        new Leaf("/body/~n0", "a/b", "one"),
                        new Leaf("/body/list/0", "list", "two"),
                        new Leaf("/body/list/3", "list", "3"),
                        new Leaf("/body/card", "card", "4539148803436467"),
                        new Leaf("/body/big", "big", "12345678901234567890"),
                        new Leaf("/body/half", "half", "0.5"));
    }

    @Test
    void writesOutOnlyNumbersThatStayShort() {
        assertThat(texts(reader.readBody(List.of(new BigDecimal("1e999999999")))))
                .hasToString("{/body/0=1E+999999999}");
    }

    @Test
    void readsJsonInAStringInsteadOfTheString() {
        Object body = Map.of("args", " {\"a\": [1, \"x\"], \"b\": \"[\\\"deep\\\"]\"}\n");

        assertThat(texts(reader.readBody(body)))
                .hasToString("{/body/args~json/a/0=1, /body/args~json/a/1=x, /body/args~json/b~json/0=deep}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "{'a': 1}", "{\"a\":1} x}", "{\"a\":1,\"a\":2}", "key: value", "a;b\n1"})
    void keepsWhatIsNoJsonAsOneText(String text) {
        assertThat(texts(reader.readBody(text))).containsExactly(Map.entry("/body", text));
    }

    @Test
    void readsAFormWhenTheHeaderSaysSo() {
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

        Payload payload = reader.read(call("", headers, "to=bob%40weir.test&text=a+b&j=%7B%22k%22%3A%22v%22%7D"));

        assertThat(texts(payload))
                .containsEntry("/body~form/to", "bob@weir.test")
                .containsEntry("/body~form/text", "a b")
                .containsEntry("/body~form/j~json/k", "v");
    }

    @Test
    void readsNamesThatMayBeContentAndKeepsThemOutOfAddresses() {
        assertThat(reader.readBody(Map.of("alice@weir.test", "x")).leaves())
                .containsExactly(
                        new Leaf("/body/~n0~key", "", "alice@weir.test"),
                        new Leaf("/body/~n0", "alice@weir.test", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card_number", "line2", "x-api-key", "First Name", "s3_bucket", "$ref", "a.b:c", "oauth2"})
    void takesPlainNamesAsNames(String name) {
        assertThat(Address.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "536-22-8417",
                "bob@weir.test",
                "ABCDEFGHIJKLMNOPQRST",
                "a1b2c3d4",
                "caf\u00e9",
                "q2XvLdTzWnBcYsHf"
            })
    void takesNamesThatMayBeContentAsContent(String name) {
        assertThat(Address.isPlain(name)).isFalse();
    }

    @Test
    void saysWhenATreeIsTooDeep() {
        Object body = "bottom";
        for (int i = 0; i < 5_000; i++) {
            body = List.of(body);
        }

        assertThat(reader.readBody(body))
                .isEqualTo(new Payload(List.of(), List.of("1 maps or lists not read: deeper than 128")));
    }

    @Test
    void saysWhenThereAreTooManyLeavesOrCharacters() {
        PayloadReader small = new PayloadReader(new ReadingLimits(8, 2, 10, 1));

        assertThat(small.readBody(List.of("a", "b", "c", "d")).gaps())
                .containsExactly("2 leaves not read: over the limit of 2");
        assertThat(small.readBody(List.of("12345678901", "b")).gaps())
                .containsExactly("11 characters not read: over the limit of 10");
    }

    @Test
    void readsStringsNestedTooOftenAsTextAndSaysSo() {
        PayloadReader small = new PayloadReader(new ReadingLimits(8, 9, 99, 1));

        Payload payload = small.readBody("[\"[1]\"]");

        assertThat(texts(payload)).hasToString("{/body~json/0=[1]}");
        assertThat(payload.gaps()).containsExactly("1 JSON strings read as text: nested more than 1");
    }

    @Test
    void gapsHoldNoContent() {
        PayloadReader small = new PayloadReader(new ReadingLimits(1, 1, 4, 1));
        Object body = Map.of("secretname1", List.of("secretvalue"), "other", new Object());

        assertThat(String.join("\n", small.readBody(body).gaps())).doesNotContain("secret");
    }

    @Test
    void readsAPlainTextAsOneLeaf() {
        assertThat(reader.readText("/context", "hello").leaves()).containsExactly(new Leaf("/context", "", "hello"));
    }

    private static CallInput call(String url, Map<String, String> headers, @Nullable Object body) {
        return new CallInput("POST", url, headers, body, 0, "context is not read");
    }

    private static Map<String, String> texts(Payload payload) {
        Map<String, String> texts = new LinkedHashMap<>();
        new ArrayList<>(payload.leaves()).forEach(leaf -> texts.put(leaf.address(), leaf.text()));
        assertThat(texts).as("addresses are unique").hasSameSizeAs(payload.leaves());
        return texts;
    }
}
