package io.weir.scanapi.console;

import io.weir.engine.incident.Incident;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form by which people handle an incident. */
final class IncidentForms {

    private static final String FORM = """
        <form method="post" action="/console/incidents/%s" class="whole">%s
        <label>Note<input name="note" maxlength="1000"></label>
        <button name="step" value="note" class="plain">Only note</button>
        %s
        </form>\
        """;
    private static final String CLOSED = "<button name=\"step\" value=\"reopen\">Open again</button>";
    private static final String ALIVE = """
        %s
        <p><label>It turned out to be <select name="resolution">%s</select></label>
        <button name="step" value="close">Close</button></p>
        <p><label>Do <select name="action">%s</select></label>
        <button name="step" value="act" class="deny">Do it</button></p>\
        """;
    private static final String TAKE_UP = "<button name=\"step\" value=\"investigate\">Look into it</button>";
    private static final String CHOICE = "<option value=\"%s\">%s</option>";

    private IncidentForms() {}

    /** What the visitor can do about the incident now. */
    static Markup of(Visitor visitor, Incident incident) {
        if (!visitor.responds()) {
            return Markup.NOTHING;
        }
        Markup steps = incident.state() == IncidentState.CLOSED
                ? Markup.of(CLOSED)
                : Markup.of(
                        ALIVE,
                        incident.state() == IncidentState.OPEN ? Markup.of(TAKE_UP) : Markup.NOTHING,
                        choices(Arrays.asList(Resolution.values())),
                        choices(Arrays.stream(ResponseAction.values())
                                .filter(action -> action != ResponseAction.ROTATE_KEYS)
                                .toList()));
        return Markup.of(FORM, incident.incidentId(), Frame.formWord(visitor), steps);
    }

    private static Markup choices(List<? extends Enum<?>> words) {
        return Markup.of(words.stream()
                .map(word -> Markup.of(CHOICE, word.name().toLowerCase(Locale.ROOT), Frame.word(word)))
                .toList());
    }
}
