package io.weir.scanapi.console;

import io.weir.scanapi.export.DecisionFilter;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.word.Decision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was decided in a span of time, in the order in which it happened: of all agents, of one, or of one session. */
public final class CallsPage {

    private static final String CONTENT = """
        <h1>Calls</h1>
        <form method="get" action="/console/calls" class="filter">
        %s
        <label>Decision<select name="decision"><option value="">any</option>%s</select></label>
        <button>Show</button>
        </form>
        <p class="hint">%s</p>
        %s\
        """;
    private static final String FIELD = "<label>%s<input name=\"%s\" value=\"%s\"></label>";
    private static final String CHOICE = "<option value=\"%s\"%s>%s</option>";

    private static final String SESSION = "<a href=\"/console/calls?session=%s&amp;since=%s&amp;until=%s\">%s</a>";

    private static final long AROUND_MILLIS = 3_600_000;

    private CallsPage() {}

    /**
     * The page.
     *
     * @param decisions the earliest first
     * @param limit how many there are at most
     */
    public static String of(Visitor visitor, DecisionFilter filter, List<DecisionMade> decisions, int limit) {
        Markup fields = Markup.of(List.of(
                field("Session", "session", filter.sessionId()),
                field("Agent", "agent", filter.agentId()),
                field("Tool", "tool", filter.tool()),
                field("From", "since", Instant.ofEpochMilli(filter.fromMillis()).toString()),
                field("To", "until", Instant.ofEpochMilli(filter.toMillis()).toString())));
        Markup choices = Markup.of(Arrays.stream(Decision.values())
                .map(decision -> Markup.of(
                        CHOICE,
                        decision,
                        decision == filter.decision() ? Markup.of(" selected") : Markup.NOTHING,
                        Frame.word(decision)))
                .toList());
        String found = decisions.size() < limit
                ? decisions.size() + " calls."
                : "The latest " + limit + " calls; choose a shorter time, or an agent, for others.";
        return Frame.page("Calls", visitor, Markup.of(CONTENT, fields, choices, found, CallRows.of(decisions)));
    }

    /** The way to all that a session did around some time. */
    static Markup ofSession(String session, long fromMillis, long toMillis, String words) {
        return Markup.of(SESSION, Frame.query(session), fromMillis - AROUND_MILLIS, toMillis + AROUND_MILLIS, words);
    }

    private static Markup field(String title, String name, @Nullable String value) {
        return Markup.of(FIELD, title, name, Objects.requireNonNullElse(value, ""));
    }
}
