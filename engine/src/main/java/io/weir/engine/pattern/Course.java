package io.weir.engine.pattern;

import io.weir.schemas.event.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for the events that make a pattern: the earliest ones that do, so that the same events are named each time. */
final class Course {

    private final List<Mark> course = new ArrayList<>();

    private Course() {}

    /**
     * The marks that make the pattern, one step after the other, the last of them of this event.
     *
     * @param passing marks of the event that are not in the book
     */
    static Optional<List<Mark>> of(Pattern pattern, MarkBook book, List<Mark> passing, SessionEvent event) {
        boolean again = book.reportedBy().equals(event.eventId());
        long end = Math.max(event.timeMillis(), latest(book, pattern));
        long from = Math.max(
                end - pattern.window().toMillis(),
                again || book.reportedBy().isEmpty() ? Long.MIN_VALUE : book.reportedMillis() + 1);
        List<Mark> marks = new ArrayList<>(book.marks());
        marks.addAll(passing);
        marks.removeIf(mark -> mark.timeMillis() < from || mark.timeMillis() > end);
        marks.sort(Mark.ORDER);
        Course course = new Course();
        long at = Long.MIN_VALUE;
        for (int step = 0; step < pattern.steps().size(); step++) {
            int position = step;
            long since = at;
            List<Mark> own = marks.stream()
                    .filter(mark -> mark.step() == position && mark.timeMillis() >= since)
                    .toList();
            if (!course.take(pattern.steps().get(step), own)) {
                return Optional.empty();
            }
            at = course.course.get(course.course.size() - 1).timeMillis();
        }
        return Optional.of(course.course);
    }

    // A burst is looked at up to its latest event, even if another one came late.
    private static long latest(MarkBook book, Pattern pattern) {
        int last = pattern.steps().size() - 1;
        return book.marks().stream()
                .filter(mark -> mark.step() == last)
                .mapToLong(Mark::timeMillis)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private boolean take(PatternStep step, List<Mark> marks) {
        Set<String> keys = new HashSet<>();
        Map<String, Integer> byTool = new HashMap<>();
        List<Mark> taken = new ArrayList<>();
        int amount = 0;
        for (Mark mark : marks) {
            boolean issuers = step.distinct() == PatternStep.Counted.ISSUERS;
            if (issuers && !keys.add(mark.key())) {
                continue;
            }
            taken.add(mark);
            amount = step.sameTool() ? byTool.merge(mark.key(), mark.amount(), Integer::sum) : amount + mark.amount();
            if (amount >= step.amount()) {
                taken.removeIf(other -> step.sameTool() && !other.key().equals(mark.key()));
                course.addAll(taken);
                return true;
            }
        }
        return false;
    }
}
