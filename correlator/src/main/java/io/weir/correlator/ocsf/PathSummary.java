package io.weir.correlator.ocsf;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The path of an alert for {@code unmapped}: each hop with its tool and its record, in order. */
final class PathSummary {

    private static final int HOPS_MAX = 32;

    private PathSummary() {}

    /** The hops; where there are too many, the first and the last of them. */
    static List<Map<String, Object>> of(AlertRaised alert) {
        return named(alert.path()).stream().map(PathSummary::of).toList();
    }

    /** The hops that are named in the event. */
    static List<Hop> named(List<Hop> path) {
        if (path.size() <= HOPS_MAX) {
            return path;
        }
        List<Hop> ends = new ArrayList<>(path.subList(0, HOPS_MAX / 2));
        ends.addAll(path.subList(path.size() - HOPS_MAX / 2, path.size()));
        return ends;
    }

    /** Why an alert came after its call had been judged once. */
    static @Nullable Map<String, Object> of(@Nullable Retroactive retroactive) {
        return retroactive == null
                ? null
                : new Attributes()
                        .with("cause", retroactive.cause().name())
                        .with("cause_id", retroactive.causeId())
                        .with("time", retroactive.timeMillis())
                        .with("record", record(retroactive.place()))
                        .toMap();
    }

    private static Map<String, Object> of(Hop hop) {
        return new Attributes()
                .with("kind", hop.kind().name())
                .with("trace_id", hop.traceId())
                .with("tool", hop.tool())
                .with("agent_id", hop.agentId())
                .with("time", hop.timeMillis())
                .with("record", record(hop.place()))
                .with("says", hop.says())
                .toMap();
    }

    private static @Nullable String record(@Nullable RecordPlace place) {
        return place == null ? null : place.topic() + "/" + place.partition() + "/" + place.offset();
    }
}
