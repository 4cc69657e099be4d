package io.weir.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatTableTest {

    private static final List<String> LINES = List.of(
            "# a comment",
            "evil.example",
            "0.0.0.0 tracker.example",
            "10.20.0.0/16",
            "192.0.2.7",
            "http://files.example/drop/stage.exe",
            "2001:db8::1",
            "not a host!");

    private final ThreatTable table = ThreatTable.of(
            Map.of("ours", FeedText.read(LINES).entries()),
            FeedText.read(List.of("good.evil.example", "10.20.30.40")).entries());

    @ParameterizedTest(name = "{0} is listed: {1}")
    @CsvSource({
        "https://evil.example/a,                        true",
        "https://EVIL.example.:8443/a?b,                true",
        "https://user@sub.evil.example/,                true",
        "https://notevil.example/,                      false",
        "https://evil.example.org/,                     false",
        "https://good.evil.example/,                    false",
        "http://tracker.example/,                       true",
        "http://10.20.1.2/,                             true",
        "http://10.20.30.40/,                           false",
        "http://10.21.1.2/,                             false",
        "http://192.0.2.7:81/x,                         true",
        "http://192.0.2.8/x,                            false",
        "https://files.example/drop/stage.exe?x=1#y,    true",
        "https://files.example/drop/other.exe,          false",
        "'https://[2001:db8::1]/',                      true",
        "mcp://evil.example,                            false"
    })
    void matchesHostsNetworksAndUrls(String url, boolean listed) {
        List<ThreatHit> hits = hits(url, Map.of(), Set.of());

        assertThat(hits).isEqualTo(listed ? List.of(new ThreatHit("ours", true)) : List.of());
    }

    @Test
    void whatTheContentNamesIsNoDestinationUnlessItsMemberIs() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", "look at https://evil.example/page, please");
        assertThat(hits("mcp://send", body, Set.of())).containsExactly(new ThreatHit("ours", false));

        Map<String, Object> mail = Map.of("to", "boss@evil.example");
        assertThat(hits("mcp://send", mail, Set.of("/body/to"))).containsExactly(new ThreatHit("ours", true));
        assertThat(hits("mcp://send", mail, Set.of())).isEmpty();
    }

    @Test
    void readsListsOfSeparatedValuesByTheirHeading() {
        FeedText.Read read = FeedText.read(List.of(
                "# id,dateadded,url,url_status",
                "\"1\",\"2026-11-01\",\"http://a.example/x,y.sh\",\"online\"",
                "\"2\",\"2026-11-01\",\"http://b.example/\",\"offline\""));

        assertThat(read.entries())
                .containsExactly(
                        new ThreatEntry(ThreatEntry.Kind.URL, "a.example/x,y.sh"),
                        new ThreatEntry(ThreatEntry.Kind.HOST, "b.example"));
        assertThat(read.passedOver()).isZero();
    }

    @Test
    void countsWhatItCannotUse() {
        assertThat(FeedText.read(LINES).passedOver()).isEqualTo(1);
        assertThat(FeedText.read(List.of("999.1.1.1", "1.2.3.4/0", "..", "localhost"))
                        .entries())
                .isEmpty();
    }

    @Test
    void anEmptyTableKnowsNothing() {
        assertThat(ThreatTable.EMPTY.hits(call("https://evil.example/", Map.of()), payload(Map.of()), Set.of()))
                .isEmpty();
    }

    private List<ThreatHit> hits(String url, Map<String, Object> body, Set<String> destinations) {
        return table.hits(call(url, body), payload(body), destinations);
    }

    private static CallInput call(String url, Map<String, Object> body) {
        return new CallInput("POST", url, Map.of(), body, 10, null);
    }

    private static Payload payload(Map<String, Object> body) {
        return PayloadReader.standard().read(call("mcp://x", body));
    }
}
