package io.weir.engine.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.settings.EngineSettings;
import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReaderTest {

    private static final EngineSettings SETTINGS = new EngineSettings(
            List.of("localhost", "::1", "weir.test", ".corp.test", "files.test:8443"), List.of("Partner.test"));

    private final CallReader reader = new CallReader(SETTINGS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to           | bob@far.test                     | EMAIL   | EXTERNAL | b***@far.test",
                "To           | bob@weir.test                    | EMAIL   | INTERNAL | b***@weir.test",
                "cc           | Bob Ray <bob@far.test>           | EMAIL   | EXTERNAL | b***@far.test",
                "recipients   | eve@partner.test                 | EMAIL   | KNOWN    | e***@partner.test",
                "url          | https://far.test/hook            | URL     | EXTERNAL | far.test",
                "webhook_url  | https://ci.corp.test/hook        | URL     | INTERNAL | ci.corp.test",
                "url          | far.test/?next=http://localhost/ | URL     | EXTERNAL | far.test",
                "iban         | GB33BUKB20201555555555           | ACCOUNT | EXTERNAL | ***5555",
                "channel      | general                          | CHANNEL | KNOWN    | general",
                "user         | bob                              | USER    | EXTERNAL | bob"
            })
    void membersThatNameDestinationsAreRead(
            String member, String value, DestinationKind kind, Audience audience, String label) {
        Destination destination = only(tool(Map.of(member, value)));

        assertThat(destination.kind()).isEqualTo(kind);
        assertThat(destination.audience()).isEqualTo(audience);
        assertThat(destination.label()).isEqualTo(label);
        assertThat(destination.address()).isEqualTo("/body/" + member);
    }

    @Test
    void whatIsReadOutOfAnArgumentNamesNoDestination() {
        Map<String, Object> body = Map.of(
                "content",
                "to,amount\nwarehouse,4\nshop,5\n",
                "url",
                "https://far.test/?q=%41",
                "note",
                "\uff42ob@far.test");

        assertThat(only(tool(body)).address()).isEqualTo("/body/url");
    }

    @Test
    void textThatIsNoAddressNamesNoUrl() {
        assertThat(only(tool(Map.of("url", "not an address", "body", "bob@far.test")))
                        .kind())
                .isEqualTo(DestinationKind.TOOL);
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost/x, INTERNAL",
        "https://[::1]:9000/x, INTERNAL",
        "https://corp.test/x, INTERNAL",
        "https://a.b.CORP.test/x, INTERNAL",
        "https://evilcorp.test/x, EXTERNAL",
        "https://corp.test.evil.test/x, EXTERNAL",
        "https://files.test:8443/x, INTERNAL",
        "https://files.test/x, EXTERNAL",
        "https://files.test:9/x, EXTERNAL",
        "https://partner.test/x, KNOWN",
        "https://weir.test@evil.test/x, EXTERNAL",
        "https://evil.test\\@weir.test/x, EXTERNAL",
        "https://weir.test\\@evil.test/x, EXTERNAL",
        "https://evil\\@a.corp.test/x, EXTERNAL"
    })
    void theAudienceOfAnHttpCallIsThatOfItsHost(String url, Audience audience) {
        assertThat(only(web(url)).audience()).isEqualTo(audience);
    }

    @Test
    void aUrlWithAQueryCarriesContent() {
        CallReading plain = tool(Map.of("url", "https://far.test/hook"));
        CallReading withQuery = tool(Map.of("url", "https://far.test/hook?note=what+was+agreed"));
        CallReading withFragment = tool(Map.of("url", "https://far.test/hook#agreed"));

        assertThat(plain.roles().destinationAddresses()).containsExactly("/body/url");
        assertThat(withQuery.roles().destinationAddresses()).isEmpty();
        assertThat(withFragment.roles().destinationAddresses()).isEmpty();
        assertThat(only(withQuery).hash()).isEqualTo(only(plain).hash());
    }

    @Test
    void aCrowdInsideDoesNotHideTheOneOutside() {
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            recipients.add("colleague" + i + "@weir.test");
        }
        recipients.add("eve@far.test");

        CallReading reading = tool(Map.of("to", recipients));

        assertThat(reading.call().destinations()).hasSize(64);
        assertThat(reading.call().audience()).isEqualTo(Audience.EXTERNAL);
    }

    private CallReading tool(Map<String, Object> body) {
        return read("mcp://send_email", body);
    }

    private CallReading web(String url) {
        return read(url, Map.of());
    }

    private CallReading read(String url, Map<String, Object> body) {
        CallInput input = new CallInput("POST", url, Map.of(), body, 10, null);
        return reader.read(
                input,
                PayloadReader.standard().read(input),
                new FingerprintKeys("sixteen bytes or more".getBytes(StandardCharsets.US_ASCII)).of("acme"));
    }

    private static Destination only(CallReading reading) {
        assertThat(reading.call().destinations()).hasSize(1);
        return reading.call().destinations().get(0);
    }
}
