package io.weir.engine.pattern;

import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionCard;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raises a signal when the events of a session make a pattern, by event time; an alert if content backs it, that is if
 * the same call carries content that was read.
 *
 * <p>A pattern is told once for the steps that made it. A step other than the last is remembered for twice the window,
 * so that steps that come late find their place.
 */
public final class PatternRule {

    private final List<Pattern> patterns;

    /** With the patterns that the engine comes with. */
    public PatternRule() {
        this(PatternFile.shipped());
    }

    PatternRule(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * The rule without some patterns: what would be a step of theirs is not remembered either.
     *
     * @param ids of the patterns
     * @throws IllegalArgumentException if there is no pattern of an id
     */
    public PatternRule without(Collection<String> ids) {
        List<String> known = patterns.stream().map(Pattern::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException(
                        "there is no pattern " + id + "; there are " + String.join(", ", known));
            }
        }
        return new PatternRule(
                patterns.stream().filter(pattern -> !ids.contains(pattern.id())).toList());
    }

    /**
     * Applies an event.
     *
     * @param content the alert that the content of the event has raised, or null
     */
    public List<AlertRaised> apply(StateTable state, PlacedEvent placed, @Nullable AlertRaised content) {
        Act act = new Act(placed);
        if (act.isNone()) {
            return List.of();
        }
        List<AlertRaised> alerts = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Optional<List<Mark>> course = course(state, pattern, act);
            course.ifPresent(marks -> alerts.add(PatternAlert.of(pattern, act.event(), marks, content)));
        }
        return alerts;
    }

    private static Optional<List<Mark>> course(StateTable state, Pattern pattern, Act act) {
        List<Mark> lasting = new ArrayList<>();
        List<Mark> passing = new ArrayList<>();
        for (int i = 0; i < pattern.steps().size(); i++) {
            boolean last = i == pattern.steps().size() - 1;
            List<Mark> marks = act.marks(pattern.steps().get(i), i, last);
            (last && pattern.last().isSingle() ? passing : lasting).addAll(marks);
        }
        boolean ends = pattern.last().isSingle() ? !passing.isEmpty() : !lasting.isEmpty();
        if (!ends && lasting.isEmpty()) {
            return Optional.empty();
        }
        String key = act.event().principal().sessionKey() + SessionCard.PATTERN + pattern.id();
        byte[] stored = state.get(key);
        if (stored == null && lasting.isEmpty() && pattern.steps().size() > 1) {
            // Nothing of it has happened before, and nothing is to be remembered.
            return Optional.empty();
        }
        MarkBook before = stored == null ? MarkBook.EMPTY : MarkBook.decode(stored);
        MarkBook after = before.plus(lasting, pattern.window().toMillis());
        Optional<List<Mark>> found = ends ? Course.of(pattern, after, passing, act.event()) : Optional.empty();
        MarkBook kept = found.isPresent()
                ? after.reported(act.event().timeMillis(), act.event().eventId())
                : after;
        if (!kept.equals(before)) {
            state.put(key, kept.encode());
        }
        return found;
    }
}
