package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.util.List;

/** One denied write with two links, and the alert on it. */
final class SampleEvents {

    static final RecordOrigin DECISION_ORIGIN = new RecordOrigin("weir.decisions.v1", 2, 17);
    static final RecordOrigin ALERT_ORIGIN = new RecordOrigin("weir.alerts.v1", 4, 5);

    private static final long TIME = 1_767_323_045_000L;
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private SampleEvents() {}

    static DecisionMade deniedDecision() {
        return new DecisionMade("event-9", "trace-9", TRACEPARENT, TIME, principal(), sink(), outcome());
    }

    static AlertRaised alert() {
        return new AlertRaised(
                "alert-1",
                "read-write-flow",
                "1",
                "Customer data read by crm_lookup left through http_post",
                "trace-9",
                TRACEPARENT,
                TIME,
                principal(),
                sink(),
                Decision.DENY,
                Tier.BLOCK,
                Severity.HIGH,
                0.91,
                List.of(DataClass.PII, DataClass.SECRETS),
                List.of(textLink(), valueLink()),
                path(),
                new Retroactive(RetroactiveCause.LATE_READ, TIME - 90_000, "event-2", null));
    }

    private static List<Hop> path() {
        return List.of(
                hop(HopKind.READ, "trace-3", "crm_lookup", 41, "brings content in"),
                hop(HopKind.WRITE, "trace-7", "save_note", 44, "carries it on"),
                hop(HopKind.READ, "trace-8", "get_note", 45, "brings content in"),
                hop(HopKind.WRITE, "trace-9", "http_post", 48, "carries it out"));
    }

    private static Hop hop(HopKind kind, String traceId, String tool, long offset, String says) {
        RecordPlace place = new RecordPlace("weir.calls.v1", 2, offset);
        return new Hop(kind, traceId, tool, "agent-7", TIME - (48 - offset) * 1_000, place, says);
    }

    static Principal principal() {
        return new Principal(
                "acme",
                "production",
                "agent-7",
                "support agent",
                "custom",
                "session-42",
                SessionProvenance.EXPLICIT,
                "task-3");
    }

    static ToolCall sink() {
        return new ToolCall(
                "POST",
                "http_post",
                "create",
                Verb.WRITE,
                List.of(new Destination(
                        DestinationKind.HOST,
                        "collector.example.net:8443",
                        "00ff00ff00ff00ff",
                        Audience.EXTERNAL,
                        "/url")),
                2048);
    }

    private static DecisionRecord outcome() {
        return new DecisionRecord(
                Decision.DENY,
                0.91,
                RiskBand.CRITICAL,
                List.of(ReasonCode.READ_WRITE_LINK, ReasonCode.DESTINATION_FROM_RESPONSE),
                List.of(DataClass.PII),
                List.of(new Signal("linkage", 0.9, "content of an earlier read goes outside")),
                List.of(textLink()),
                null,
                "builtin-1");
    }

    static Link textLink() {
        return textLink(Tier.BLOCK);
    }

    static Link textLink(Tier tier) {
        return new Link(
                "trace-3",
                "crm_lookup",
                TIME - 40_000,
                "trace-9",
                tier,
                0.91,
                List.of(DataClass.PII),
                DestinationProvenance.TOOL_RESPONSE,
                180,
                0.75,
                0.5,
                List.of(new Match(
                        null, new Span("/body/note", 10, 190), new Span("/body/text", 0, 180), "Xxxx xx xxx")),
                2,
                List.of("180 characters of the read stand in the call"));
    }

    private static Link valueLink() {
        return new Link(
                "trace-5",
                "vault_read",
                TIME - 20_000,
                "trace-9",
                Tier.ALERT,
                0.6,
                List.of(DataClass.SECRETS),
                DestinationProvenance.UNKNOWN,
                20,
                0.1,
                1.0,
                List.of(new Match(
                        ValueKind.SECRET, new Span("/body/key", 0, 20), new Span("/body/text", 200, 220), null)),
                0,
                List.of("one credential of the read stands in the call"));
    }
}
