package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import io.weir.schemas.word.Severity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of what people ask about incidents, checked. Each method throws {@link Refusal} with every fault. */
public final class IncidentRequest {

    private static final int TITLE_LENGTH_MAX = 300;
    private static final int NOTE_LENGTH_MAX = 4_000;

    private IncidentRequest() {}

    /**
     * An incident that a person opens.
     *
     * @param opening what it is
     * @param note what the person writes, or null
     */
    public record Opened(IncidentOpening opening, @Nullable String note) {}

    /** Reads the body of an opening. */
    public static Opened opened(@Nullable Object value) {
        Members members = Members.of(value);
        IncidentOpening opening = new IncidentOpening(
                IncidentTrigger.MANUAL,
                Objects.requireNonNullElse(members.word("severity", Severity.class, Severity.MEDIUM), Severity.MEDIUM),
                members.requiredText("title", TITLE_LENGTH_MAX),
                members.identifier("env"),
                members.identifier("agent_id"),
                members.identifier("session_id"),
                members.identifier("trace_id"),
                null);
        String note = members.text("note", NOTE_LENGTH_MAX);
        members.check();
        return new Opened(opening, note);
    }

    /**
     * A move of an incident to another state.
     *
     * @param step what it comes to
     * @param resolution for closing; null otherwise
     * @param note what the person writes, or null
     */
    public record Moved(
            IncidentStep step,
            @Nullable Resolution resolution,
            @Nullable String note) {}

    /** Reads the body of a move. */
    public static Moved moved(@Nullable Object value) {
        Members members = Members.of(value);
        IncidentState state = members.word("state", IncidentState.class, null);
        Resolution resolution = members.word("resolution", Resolution.class, null);
        if (members.any("state") == null) {
            members.fault("state: missing");
        }
        if (state == IncidentState.CLOSED && resolution == null) {
            members.fault("resolution: missing, closing needs one");
        }
        String note = members.text("note", NOTE_LENGTH_MAX);
        members.check();
        return new Moved(step(state), resolution, note);
    }

    private static IncidentStep step(@Nullable IncidentState state) {
        if (state == IncidentState.CLOSED) {
            return IncidentStep.CLOSED;
        }
        return state == IncidentState.OPEN ? IncidentStep.REOPENED : IncidentStep.TAKEN_UP;
    }

    /** Reads the body of a note. */
    public static String note(@Nullable Object value) {
        Members members = Members.of(value);
        String note = members.requiredText("note", NOTE_LENGTH_MAX);
        members.check();
        return note;
    }

    /** Reads the body of an action. */
    public static ResponseAction action(@Nullable Object value) {
        Members members = Members.of(value);
        ResponseAction action = members.word("action", ResponseAction.class, null);
        if (action == null && members.any("action") == null) {
            members.fault("action: missing");
        }
        members.check();
        return Objects.requireNonNull(action);
    }
}
