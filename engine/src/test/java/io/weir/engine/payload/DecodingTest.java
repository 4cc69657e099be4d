package io.weir.engine.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private final PayloadReader reader = PayloadReader.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dG9wIHNlY3JldCBwbGFu | /body~base64/0 | top secret plan",
                "see dG9wIHNlY3JldCBwbGFu. | /body~base64/0 | top secret plan",
                "a=dG9wIHNlY3JldCBwbGFuLg== b | /body~base64/0 | top secret plan.",
                "/v1/files/dG9wIHNlY3JldCBwbGFu | /body~base64/0 | top secret plan",
                "Pz8_Pj4-dG9wIHNlY3JldCBwbGFu | /body~base64/0 | ???>>>top secret plan",
                "dABvAHAAIABzAGUAYwByAGUAdAA= | /body~base64/0 | top secret",
                "746f7020736563726574 | /body~hex/0 | top secret",
                "746F7020736563726574 | /body~hex/0 | top secret",
                "https://a.test/?q=top%20s%65cret&x | /body~percent | https://a.test/?q=top secret&x",
                "caf%C3%A9 | /body~percent | caf\u00e9",
                "100%C3%28 | /body~percent | 100\ufffd(",
                "eyJhIjoidG9wIHNlY3JldCJ9 | /body~base64/0~json/a | top secret",
                "data:application/json;base64,eyJhIjoidG9wIHNlY3JldCJ9 | /body~base64/0~json/a | top secret",
                "bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJib2IifQ. | /body~jwt/0/1~json/sub | bob",
                "bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJib2IifQ.c2ln | /body~jwt/0/0~json/alg | none",
                "5\uff13\uff16-22-8417 | /body~plain | 536-22-8417",
                "\u0665\u0663\u0666-22-8417 | /body~plain | 536-22-8417",
                "536\u201322\u20118417 | /body~plain | 536-22-8417",
                "536\u00a022\u20078417 | /body~plain | 536 22 8417",
                "AK\u200bIA\u2060Q4 | /body~plain | AKIAQ4",
                "\uff42\uff4f\uff42\uff20a.test | /body~plain | bob@a.test",
                "\ud835\udc1b\ud835\udc28\ud835\udc1b | /body~plain | bob",
                "bob\\u0040a.test | /body~escape | bob@a.test",
                "\\x62ob | /body~escape | bob",
                "bob&#64;a.test | /body~escape | bob@a.test",
                "bob&#x40;a.test | /body~escape | bob@a.test"
            })
    void readsWhatATextHoldsBesidesWhatItSays(String text, String address, String held) {
        assertThat(texts(text)).containsEntry("/body", text).containsEntry(address, held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just some words, and customer_support_ticket_number too",
                "550e8400-e29b-41d4-a716-446655440000",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "src/main/java/io/weir/engine/payload/EncodedRuns.java",
                "4539148803436467",
                "na\u00efve \u2013 caf\u00e9 \ud83d\udc68\u200d\ud83d\udcbb \u2764\ufe0f \u201cquoted\u201d",
                "\u0434\u043e\u0431\u0440\u044b\u0439 \u0434\u0435\u043d\u044c",
                "50% off & more",
                "C:\\temp\\new",
                "Dear Bob, hello\nhow are you, today, and tomorrow\nregards, Eve",
                "one line\nanother line"
            })
    void readsOrdinaryTextAsOneLeaf(String text) {
        assertThat(texts(text)).containsExactly(Map.entry("/body", text));
    }

    @Test
    void readsTheColumnsOfATable() {
        assertThat(reader.readBody("name;ssn\r\n\"Doe; \"\"J\"\"\";536228417\r\nEve;212004477\r\n")
                        .leaves())
                .contains(
                        new Leaf("/body~csv/0", "name", "Doe; \"J\"\u001f\nEve"),
                        new Leaf("/body~csv/1", "ssn", "536228417\u001f\n212004477"));
    }

    @Test
    void aDecodedTextHasTheKeyOfTheTextThatHeldIt() {
        assertThat(reader.readBody(Map.of("token", "dG9wIHNlY3JldCBwbGFu")).leaves())
                .extracting(Leaf::key)
                .containsExactly("token", "token");
    }

    @Test
    void readsEachCookie() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cookie", "sid=a1; theme=dark; sid=b2");
        headers.put("Set-Cookie", "auth=x9; Path=/; HttpOnly");

        assertThat(reader.read(new CallInput("GET", "", headers, null, 0, null)).leaves())
                .containsExactly(
                        new Leaf("/headers/cookie/sid", "sid", "a1"),
                        new Leaf("/headers/cookie/theme", "theme", "dark"),
                        new Leaf("/headers/cookie/~n2", "sid", "b2"),
                        new Leaf("/headers/set-cookie/auth", "auth", "x9"),
                        new Leaf("/headers/set-cookie/Path", "Path", "/"),
                        new Leaf("/headers/set-cookie/~n2", "", "HttpOnly"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.test/#access_token=x9&state=1 | /url/fragment/access_token | x9",
                "https://a.test/#/path?mail=b%40a.test | /url/fragment/mail | b@a.test",
                "https://a.test/#/path?mail=b | /url/fragment | /path",
                "https://x9@a.test/ | /url/userinfo | x9",
                "https://a.test/f/dG9wIHNlY3JldCBwbGFu | /url/path/1~base64/0 | top secret plan",
                "https://a.test/?d=dG9wIHNlY3JldCBwbGFu | /url/query/d~base64/0 | top secret plan",
                "data:text/plain;base64,dG9wIHNlY3JldCBwbGFu | /url/data~base64/0 | top secret plan"
            })
    void readsEveryPartOfAUrl(String url, String address, String text) {
        Payload payload = reader.read(new CallInput("GET", url, Map.of(), null, 0, null));

        assertThat(payload.leaves())
                .anyMatch(leaf -> leaf.address().equals(address) && leaf.text().equals(text));
    }

    @Test
    void readsThePartsOfAMultipartText() {
        String body = "before\r\n--b1\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nbob\r\n"
                + "--b1\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\n{\"a\":1}\r\n--in--\r\n"
                + "--b1--\r\nafter";
        Map<String, String> headers = Map.of("content-type", "multipart/form-data; charset=utf-8; boundary=b1");

        Payload payload = reader.read(new CallInput("POST", "", headers, body, 0, null));

        assertThat(payload.leaves())
                .extracting(Leaf::address, Leaf::key, Leaf::text)
                .contains(
                        tuple("/body~part/0", "", "before\r\n"),
                        tuple("/body~part/1", "to", "bob"),
                        tuple("/body~part/2~part/0~json/a", "a", "1"),
                        tuple("/body~part/3", "", "\r\nafter"));
        assertThat(payload.gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data", "multipart/form-data; boundary=other"})
    void saysWhenAMultipartTextHasNoParts(String contentType) {
        Payload payload =
                reader.read(new CallInput("POST", "", Map.of("Content-Type", contentType), "--b\r\n\r\nx", 0, null));

        assertThat(payload.leaves()).contains(new Leaf("/body", "", "--b\r\n\r\nx"));
        assertThat(payload.gaps()).hasSize(1);
    }

    @Test
    void readsEveryEntryOfAnArchiveAndItsName() throws IOException {
        String archive = base64(zip(Map.of("notes.txt", "top secret".getBytes(UTF_8))));

        assertThat(texts(archive))
                .containsEntry("/body~base64/0~zip/0", "top secret")
                .containsEntry("/body~base64/0~zip/0~key", "notes.txt");
    }

    @Test
    void readsBytesThatBecameCharacters() throws IOException {
        assertThat(texts(new String(gzip("top secret".getBytes(UTF_8)), ISO_8859_1)))
                .containsEntry("/body~bytes~gzip", "top secret");
    }

    @Test
    void readsOnlyTheBeginningOfABombAndSaysSo() throws IOException {
        Payload payload = reader.readBody(base64(gzip(new byte[50_000_000])));

        assertThat(payload.gaps())
                .containsExactly(
                        "1 encoded or packed parts not read to the end: they are too many or unfold to too much");
    }

    @Test
    void stopsAtAnArchiveOfBombs() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            entries.put("entry" + i, new byte[10_000_000]);
        }

        assertThat(reader.readBody(base64(zip(entries))).gaps())
                .containsExactly(
                        "1 encoded or packed parts not read to the end: they are too many or unfold to too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H4sIAAAAAAAA/wAAAAAAAAAAAAAA", "UEsDBBQAAAAIAAAAAAAAAAAAAAAA", "/Td6WFoAAATm1rRGBMAAAAAA"})
    void saysWhatItCannotOpen(String packed) {
        assertThat(reader.readBody(packed).gaps())
                .containsExactly("1 encoded or packed parts not opened: broken, locked or of an unknown format");
    }

    @Test
    void saysWhatIsNestedTooDeep() {
        String text = "top secret plan";
        for (int i = 0; i < 7; i++) {
            text = base64(text.getBytes(UTF_8));
        }

        Payload payload = reader.readBody(text);

        assertThat(payload.gaps()).containsExactly("1 encoded texts read as text: nested more than 6");
        assertThat(payload.leaves()).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryWrappedTextBackAsALeaf(Wrapping wrapping) {
        String secret = "it was the \u00e9tude, number 7";

        assertThat(reader.readBody(wrapping.wrap(secret)).leaves())
                .extracting(Leaf::text)
                .anyMatch(text -> text.contains(secret));
    }

    @Test
    void neverThrowsAndGivesEachLeafAnAddressOfItsOwn() {
        Property.runs(2_000).check(broken(), text -> {
            Payload payload = reader.readBody(List.of(text));
            assertThat(payload.leaves()).extracting(Leaf::address).doesNotHaveDuplicates();
        });
    }

    @Test
    void gapsOfEncodingsHoldNoContent() {
        Property.runs(300).check(broken(), text -> {
            assertThat(reader.readBody(text).gaps()).allMatch(gap -> gap.matches("\\d+ [a-zA-Z :,]+( \\d+)?"));
        });
    }

    /** Wrapped texts in which something was cut out, changed or put twice. */
    private static Gen<String> broken() {
        return choices -> {
            String text = Texts.unicode().from(choices);
            int wrappings = choices.below(4);
            for (int i = 0; i < wrappings; i++) {
                text = choices.oneOf(Wrapping.all()).wrap(text);
                text = choices.below(3) == 0 ? damage(text, choices) : text;
            }
            return text.repeat(choices.between(1, 2));
        };
    }

    private static String damage(String text, Choices choices) {
        int from = choices.below(text.length() + 1);
        int to = Math.min(text.length(), from + choices.below(12));
        String piece = choices.oneOf(List.of("", "=", "%", "%4", "\\u", "&#x", "\n", "\"", "\u200b", "eyJ", ".", "PK"));
        return text.substring(0, from) + piece + text.substring(to);
    }

    private Map<String, String> texts(String body) {
        Map<String, String> texts = new LinkedHashMap<>();
        Payload payload = reader.readBody(body);
        payload.leaves().forEach(leaf -> texts.put(leaf.address(), leaf.text()));
        assertThat(payload.gaps()).isEmpty();
        return texts;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
