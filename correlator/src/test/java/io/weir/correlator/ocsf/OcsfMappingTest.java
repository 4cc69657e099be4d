package io.weir.correlator.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OcsfMappingTest {

    @ParameterizedTest
    @CsvSource({
        "ALLOW, 1, Allowed, 1, Allowed",
        "SANITIZE, 4, Modified, 11, Corrected",
        "REQUIRE_APPROVAL, 2, Denied, 99, REQUIRE_APPROVAL",
        "DENY, 2, Denied, 2, Blocked"
    })
    void writesADecisionAsActionAndDisposition(
            Decision decision, int actionId, String action, int dispositionId, String disposition) {
        Map<String, Object> event =
                SecurityControl.of(decision, List.of()).addTo(new Attributes()).toMap();
        assertThat(event)
                .containsExactly(
                        Map.entry("action_id", actionId),
                        Map.entry("action", action),
                        Map.entry("disposition_id", dispositionId),
                        Map.entry("disposition", disposition));
    }

    @Test
    void aSanitizedCallWithBlindSpotsIsPartlyCorrected() {
        assertThat(SecurityControl.of(Decision.SANITIZE, List.of(ReasonCode.SCAN_INCOMPLETE)))
                .isEqualTo(SecurityControl.PARTIALLY_CORRECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, POST, READ",
        "READ, DELETE, READ",
        "WRITE, POST, CREATE",
        "WRITE, PUT, UPDATE",
        "WRITE, PATCH, UPDATE",
        "WRITE, DELETE, DELETE",
        "WRITE, CALL, CREATE",
        "ADMIN, POST, UPDATE",
        "ADMIN, DELETE, DELETE"
    })
    void tellsTheActivityByVerbAndMethod(Verb verb, String method, ApiActivity expected) {
        assertThat(ApiActivity.of(new ToolCall(method, "tool", "operation", verb, List.of(), 0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HOST, api.example.com, hostname, api.example.com",
        "HOST, api.example.com:8443, hostname, api.example.com",
        "HOST, 10.1.2.3:80, ip, 10.1.2.3",
        "URL, https://api.example.com/a?b=c, hostname, api.example.com",
        "URL, not a host, name, not a host",
        "EMAIL, j***@example.com, name, j***@example.com",
        "CHANNEL, general, name, general"
    })
    void addressesTheDestinationByWhatItIs(DestinationKind kind, String label, String attribute, String value) {
        Destination destination = new Destination(kind, label, "0011223344556677", Audience.EXTERNAL, "/url");
        ToolCall call = new ToolCall("POST", "tool", "operation", Verb.WRITE, List.of(destination), 0);
        assertThat(OcsfEndpoint.of(call)).containsEntry(attribute, value).containsEntry("network_scope_id", 2);
    }

    @Test
    void namesTheDestinationThatMostPeopleSee() {
        Destination inside = new Destination(DestinationKind.HOST, "inside.example", "aa", Audience.INTERNAL, "/url");
        Destination outside =
                new Destination(DestinationKind.HOST, "outside.example", "bb", Audience.PUBLIC, "/body/to");
        Destination alsoOutside =
                new Destination(DestinationKind.HOST, "third.example", "cc", Audience.PUBLIC, "/body/cc");
        ToolCall call = new ToolCall("POST", "tool", "send", Verb.WRITE, List.of(inside, outside, alsoOutside), 0);
        assertThat(OcsfEndpoint.of(call)).containsEntry("hostname", "outside.example");
        assertThat(OcsfEndpoint.all(call)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"SIGNAL, 0", "ALERT, 3", "BLOCK, 3"})
    void onlyALinkThatAPersonShouldSeeNamesTechniques(Tier tier, int techniques) {
        assertThat(AttackTechniques.of(SampleEvents.sink(), List.of(SampleEvents.textLink(tier))))
                .hasSize(techniques);
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void everyDataClassHasACategory(DataClass dataClass) {
        assertThat(OcsfDataClass.classifications(List.of(dataClass)).get(0)).containsKey("category_id");
    }

    @Test
    void recordIdsDependOnTheEventAndNotOnTheOrigin() {
        OcsfApiActivity mapper = new OcsfApiActivity("1.2.3");
        Map<String, Object> first = mapper.of(SampleEvents.deniedDecision(), SampleEvents.DECISION_ORIGIN);
        Map<String, Object> again =
                mapper.of(SampleEvents.deniedDecision(), new RecordOrigin("weir.decisions.v1", 2, 18));
        assertThat(metadata(first).get("uid")).isEqualTo(metadata(again).get("uid"));
        assertThat(metadata(first).get("original_event_uid")).isEqualTo("weir.decisions.v1/2/17");
    }

    @Test
    void recordIdsAreUuidsOfVersionEight() {
        assertThat(RecordUid.of("a", "b"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(RecordUid.of("a", "b")).isNotEqualTo(RecordUid.of("a", "c"));
    }

    @Test
    void aCutEventSaysSo() {
        Map<String, Object> event = EventBounds.apply(new Attributes()
                .with("metadata", Map.of("version", "1.8.0"))
                .with("message", "x".repeat(EventBounds.TEXT_LENGTH_MAX + 1))
                .toMap());
        assertThat(metadata(event).get("is_truncated")).isEqualTo(true);
        assertThat(event.get("message")).isEqualTo("x".repeat(EventBounds.TEXT_LENGTH_MAX));
    }

    @Test
    void aLoneSurrogateIsReplaced() {
        Map<String, Object> event =
                EventBounds.apply(new Attributes().with("message", "a\ud800b").toMap());
        assertThat(event).containsEntry("message", "a\ufffdb");
    }

    private static Map<?, ?> metadata(Map<String, Object> event) {
        return (Map<?, ?>) event.getOrDefault("metadata", Map.of());
    }
}
