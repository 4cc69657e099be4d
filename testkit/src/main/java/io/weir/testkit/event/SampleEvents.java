package io.weir.testkit.event;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Plausible events with little in them. All ids derive from the name that is given, so that equal names give equal
 * events.
 */
public final class SampleEvents {

    /** Event time of all events. */
    public static final long TIME_MILLIS = 1_795_219_200_000L;

    /** Trace context of all events. */
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final Fingerprint NO_PRINTS = new Fingerprint("none", 0, List.of(), "", List.of());

    private SampleEvents() {}

    /** An agent of tenant {@code acme} in a session of this name. */
    public static Principal principal(String session) {
        return new Principal("acme", "test", "agent-1", null, null, session, SessionProvenance.EXPLICIT, null);
    }

    /** An allowed call. */
    public static ToolCallScanned call(String session, String name) {
        return new ToolCallScanned(
                id("event", name),
                id("trace", name),
                null,
                TRACEPARENT,
                TIME_MILLIS,
                principal(session),
                toolCall(Verb.WRITE),
                List.of(),
                NO_PRINTS,
                null,
                List.of(),
                new DecisionRecord(
                        Decision.ALLOW, 0.1, RiskBand.LOW, List.of(), List.of(), List.of(), List.of(), null, "1"));
    }

    /** A response with status 200. */
    public static ResponseObserved response(String session, String name) {
        return new ResponseObserved(
                id("event", name),
                id("trace", name),
                TRACEPARENT,
                TIME_MILLIS,
                principal(session),
                toolCall(Verb.READ),
                200,
                12,
                List.of(),
                NO_PRINTS,
                List.of());
    }

    /** An alert without links. */
    public static AlertRaised alert(String session, String name) {
        return new AlertRaised(
                id("alert", name),
                "sample-rule",
                "1",
                "Sample",
                id("trace", name),
                TRACEPARENT,
                TIME_MILLIS,
                principal(session),
                toolCall(Verb.WRITE),
                Decision.ALLOW,
                Tier.ALERT,
                Severity.HIGH,
                0.9,
                List.of(),
                List.of());
    }

    private static ToolCall toolCall(Verb verb) {
        Destination destination =
                new Destination(DestinationKind.HOST, "api.example.net", "0123456789abcdef", Audience.EXTERNAL, "/url");
        return new ToolCall("POST", "custom_proxy", "POST", verb, List.of(destination), 12);
    }

    private static String id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
