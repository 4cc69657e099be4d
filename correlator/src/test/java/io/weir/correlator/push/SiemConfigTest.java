package io.weir.correlator.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.correlator.siem.SiemFormat;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiemConfigTest {

    @Test
    void isOffByDefault() {
        assertThat(SiemConfig.SECTION.defaults().isOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://collector.example/", // in the clear
                "ftp://collector.example/",
                "https:///no-host",
                "https://user:password@collector.example/",
                "https://collector.example/#part",
                "collector.example"
            })
    void refusesUrlsThatCannotBePostedTo(String url) {
        assertThatThrownBy(() -> config(url, "X-Key: 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", "Bad Name: 1", "X-Key: a\nX-Other: b", "Host: other.example", "X-Key:"})
    void refusesHeadersThatAreNone(String header) {
        assertThatThrownBy(() -> config("https://collector.example/", header))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("headers must look like")
                .hasMessageNotContaining(header);
    }

    @Test
    void doesNotPrintHeaders() {
        assertThat(config("https://collector.example/", "X-Key: s3cret").toString())
                .doesNotContain("s3cret");
    }

    @Test
    void takesAllAlertsAndTheDecisionsThatAreWanted() {
        Selection selection = new Selection(List.of(Decision.DENY), Severity.MEDIUM);

        assertThat(selection.takes(event("DENY", Severity.HIGH))).isTrue();
        assertThat(selection.takes(event("ALLOW", Severity.HIGH))).isFalse();
        assertThat(selection.takes(event("DENY", Severity.LOW))).isFalse();
        assertThat(selection.takes(event(null, Severity.MEDIUM))).isTrue();
        assertThat(selection.takes(event(null, Severity.LOW))).isFalse();
    }

    private static JsonNode event(@Nullable String decision, Severity severity) {
        var event = Json.mapper().createObjectNode().put("severity_id", severity.ocsfId());
        return decision == null ? event : event.put("status_code", decision);
    }

    private static SiemConfig config(String url, String header) {
        return new SiemConfig(
                url, SiemFormat.OCSF, List.of(Secret.of(header)), List.of(), Severity.INFORMATIONAL, false);
    }
}
