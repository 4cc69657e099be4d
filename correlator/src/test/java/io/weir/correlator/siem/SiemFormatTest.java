package io.weir.correlator.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import io.weir.testkit.golden.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample events of the documentation, as each SIEM gets them. */
class SiemFormatTest {

    private final JsonNode decision = ocsf("api-activity-denied");
    private final JsonNode finding = ocsf("data-security-finding");

    @Test
    void writesEventsOfCef() {
        Golden.assertMatches("golden/siem/events.cef", text(SiemFormat.CEF, decision, finding));
    }

    @Test
    void writesDocumentsOfEcs() {
        Golden.assertMatches("golden/siem/events.ecs.ndjson", text(SiemFormat.ECS, decision, finding));
    }

    @Test
    void writesBulksOfElastic() {
        Golden.assertMatches("golden/siem/events.elastic.ndjson", text(SiemFormat.ELASTIC, decision, finding));
    }

    @Test
    void writesEnvelopesOfSplunk() {
        Golden.assertMatches("golden/siem/events.splunk.ndjson", text(SiemFormat.SPLUNK, decision, finding));
    }

    @Test
    void writesLogsOfDatadog() {
        Golden.assertMatches("golden/siem/events.datadog.json", text(SiemFormat.DATADOG, decision, finding));
    }

    @ParameterizedTest
    @EnumSource(
            value = SiemFormat.class,
            names = {"OCSF", "JSON"})
    void leavesOcsfAsItIs(SiemFormat format) throws IOException {
        assertThat(Json.mapper().readTree(format.write(finding))).isEqualTo(finding);
    }

    @ParameterizedTest
    @EnumSource(SiemFormat.class)
    void writesAnEventThatHasNothing(SiemFormat format) {
        assertThat(format.write(Json.mapper().createObjectNode())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(SiemFormat.class)
    void makesOneLineOfTextsWithMany(SiemFormat format) {
        JsonNode odd = Json.mapper()
                .createObjectNode()
                .put("class_uid", 6003)
                .put("message", "one\ntwo\r\nthree|four=five\\six")
                .set("actor", Json.mapper().createObjectNode().put("app_name", "a=b\nc"));

        String written = new String(format.write(odd), StandardCharsets.UTF_8);

        assertThat(written.lines()).hasSize(format == SiemFormat.ELASTIC ? 2 : 1);
    }

    @Test
    void escapesWhatCefReadsAsItsOwn() {
        CefLine line = new CefLine(List.of("a|b", "c\\d", "e\nf"))
                .with("msg", "x=y\\z\nsecond|line", 100)
                .with("empty", "", 100)
                .with("cut", "\uD83D\uDE00\uD83D\uDE00", 3)
                .labelled("cs1", "reasons", "R");

        assertThat(line)
                .hasToString(
                        "CEF:0|a\\|b|c\\\\d|e f|msg=x\\=y\\\\z\\nsecond|line cut=\uD83D\uDE00 cs1=R cs1Label=reasons");
    }

    @Test
    void putsSeveralEventsIntoOneBody() {
        List<byte[]> events = List.of("1".getBytes(StandardCharsets.UTF_8), "2".getBytes(StandardCharsets.UTF_8));

        assertThat(Framing.LINES.body(events)).asString().isEqualTo("1\n2\n");
        assertThat(Framing.LIST.body(events)).asString().isEqualTo("[1,2]");
    }

    private static String text(SiemFormat format, JsonNode... events) {
        List<byte[]> written = List.of(events).stream().map(format::write).toList();
        return new String(format.framing().body(written), StandardCharsets.UTF_8);
    }

    private static JsonNode ocsf(String name) {
        String resource = "/golden/ocsf/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(SiemFormatTest.class.getResourceAsStream(resource))) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
