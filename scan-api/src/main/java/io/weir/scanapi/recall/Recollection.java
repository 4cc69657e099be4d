package io.weir.scanapi.recall;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.link.Elsewhere;
import io.weir.engine.link.PlacedRead;
import io.weir.engine.link.Recall;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.link.Suspects;
import io.weir.engine.link.TaintMark;
import io.weir.engine.link.Write;
import io.weir.engine.state.StateTable;
import io.weir.messaging.TaintPorts;
import io.weir.platform.health.HealthState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Gets what other nodes have read when a write needs it: the reads of its session that this node has not seen, and
 * reads of other sessions that it may carry. Each is fetched whole, so that the judgement is the same as on the node
 * that saw it; what does not come in time is never passed over in silence.
 *
 * <p>Safe to share between threads as long as each session's state is used by one thread at a time.
 */
public final class Recollection {

    private final TaintTable table;
    private final TaintPorts ports;
    private final Declassifications declassifications;
    private final RecallConfig config;
    private final RecallMeters meters;
    private final SessionLinker linker = new SessionLinker();

    /** Recalls by what this table has heard, and what people have let go. */
    public Recollection(
            TaintTable table,
            TaintPorts ports,
            Declassifications declassifications,
            RecallConfig config,
            MeterRegistry meters) {
        this.declassifications = declassifications;
        this.table = table;
        this.ports = ports;
        this.config = config;
        this.meters = new RecallMeters(meters);
    }

    /** What a write of this tenant is compared with. */
    public Recall of(String tenant) {
        return (state, write) -> write.mayReachOutside() ? recall(tenant, state, write) : Elsewhere.NOTHING;
    }

    private Elsewhere recall(String tenant, StateTable state, Write write) {
        long heard = heard(state, write.sessionKey());
        List<SessionMarks.Numbered> marks = table.reads(write.sessionKey(), heard);
        List<TaintMark> unseen = marks.stream()
                .map(SessionMarks.Numbered::mark)
                .filter(mark -> !linker.remembers(state, mark.sessionKey(), mark.eventId()))
                .toList();
        Suspects suspects = table.suspects(tenant, write);
        List<TaintMark> wanted =
                Stream.concat(unseen.stream(), suspects.reads().stream()).toList();
        List<PlacedRead> found = fetch(wanted);
        List<PlacedRead> others = new ArrayList<>();
        for (PlacedRead read : found) {
            if (read.response().principal().sessionKey().equals(write.sessionKey())) {
                linker.remember(state, read.response(), read.place());
            } else {
                others.add(read);
            }
        }
        if (found.size() == wanted.size() && !marks.isEmpty()) {
            setHeard(state, write.sessionKey(), marks.get(marks.size() - 1).number());
        }
        List<String> missing = missing(wanted.size() - found.size());
        return new Elsewhere(
                others,
                suspects.common(),
                missing,
                !missing.isEmpty() && config.unconfirmed() == Unconfirmed.HOLD,
                declassifications.of(tenant));
    }

    private List<PlacedRead> fetch(List<TaintMark> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        long beganNanos = System.nanoTime();
        Fetches fetches =
                new Fetches(ports.archive(), wanted, TimeUnit.MILLISECONDS.toNanos(config.confirmMillisMax()));
        List<PlacedRead> found =
                wanted.stream().map(fetches::await).flatMap(Optional::stream).toList();
        meters.waited(System.nanoTime() - beganNanos);
        meters.fetched(found.size());
        meters.missed(wanted.size() - found.size());
        return found;
    }

    private List<String> missing(int reads) {
        List<String> missing = new ArrayList<>();
        if (ports.feed().health().state() == HealthState.DOWN) {
            missing.add("what other nodes have read is not known");
        }
        if (reads > 0) {
            missing.add(reads + " reads of other nodes were not got within " + config.confirmMillisMax() + " ms");
        }
        if (!missing.isEmpty()) {
            meters.unconfirmed();
        }
        return missing;
    }

    /** How far the state of a session has taken in what this node has heard of it. */
    private static long heard(StateTable state, String sessionKey) {
        byte[] stored = state.get(heardKey(sessionKey));
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    private static void setHeard(StateTable state, String sessionKey, long number) {
        state.put(
                heardKey(sessionKey),
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static String heardKey(String sessionKey) {
        return sessionKey + "\u0000heard";
    }
}
