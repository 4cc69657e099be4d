package io.weir.engine.link;

import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.ToolCall;
import java.util.List;
import java.util.Set;

/**
 * What is known about a write from beyond its session's state.
 *
 * @param reads responses of other sessions that may share something with it
 * @param common hashes of the write that are taken for boilerplate
 * @param unconfirmed what could not be compared with the write in time, a line each; empty where all was
 * @param holds whether the write waits for a person because of that
 * @param declassifications what people of the tenant have let go, to whatever destination and until whenever
 */
public record Elsewhere(
        List<PlacedRead> reads,
        Set<Long> common,
        List<String> unconfirmed,
        boolean holds,
        List<Declassification> declassifications) {

    /** Nothing beyond the state. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), Set.of(), List.of(), false, List.of());

    /** Copies the collections. */
    public Elsewhere {
        reads = List.copyOf(reads);
        common = Set.copyOf(common);
        unconfirmed = List.copyOf(unconfirmed);
        declassifications = List.copyOf(declassifications);
    }

    /** What people have let go that bears on a call. */
    Circumstances circumstances(ToolCall call, long timeMillis) {
        return Circumstances.of(
                call,
                declassifications.stream()
                        .filter(one -> one.holdsAt(timeMillis))
                        .toList());
    }
}
