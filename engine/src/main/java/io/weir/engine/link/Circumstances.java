package io.weir.engine.link;

import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people have said that bears on one write.
 *
 * @param declassifications those that hold, and whose scope covers all destinations of the write
 * @param classification one that came later, or null
 */
record Circumstances(
        List<Declassification> declassifications, @Nullable Classification classification) {

    /** Nobody has said anything. */
    static final Circumstances NONE = new Circumstances(List.of(), null);

    /** Those of the statements that cover every destination of a call that is not our own. */
    static Circumstances of(ToolCall call, List<Declassification> holding) {
        boolean inside = call.audience() == Audience.INTERNAL;
        return inside || holding.isEmpty()
                ? NONE
                : new Circumstances(
                        holding.stream().filter(one -> covers(one, call)).toList(), null);
    }

    Circumstances with(Classification later) {
        return new Circumstances(declassifications, later);
    }

    private static boolean covers(Declassification one, ToolCall call) {
        return call.destinations().stream()
                .filter(destination -> destination.audience() != Audience.INTERNAL)
                .allMatch(one::covers);
    }

    /** A read with what is known of it by now. */
    SessionRead known(SessionRead read) {
        if (classification == null || !read.traceId().equals(classification.sourceTraceId())) {
            return read;
        }
        List<DataClass> classes = Stream.concat(read.dataClasses().stream(), Stream.of(classification.dataClass()))
                .distinct()
                .sorted()
                .toList();
        return read.of(classes);
    }
}
