package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.FleetAnswer;
import io.weir.schemas.event.FleetHit;
import io.weir.schemas.event.FleetPart;
import io.weir.schemas.event.FleetSource;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keeps what all sessions of a tenant have read, one bucket of hashes at a time, and answers each write with the reads of
 * other sessions that share something with it.
 *
 * <p>What stands in the reads of many sessions is boilerplate and says nothing. The memory of a bucket is bounded; what
 * is least sensitive and oldest is forgotten first.
 */
public final class FleetIndexRule implements Reducer<FleetPart, FleetAnswer> {

    /** Reads that one bucket remembers. */
    static final int READS_MAX = 65_536;

    /** Prints and values that one bucket remembers; about 40 bytes each in the state, 60 in the index. */
    static final int WEIGHT_MAX = 1_000_000;

    /** Sessions that a print may have been read in before it counts as common. */
    static final int COMMON_SESSIONS = 8;

    private static final int SOURCES_MAX = 8;
    private static final int HITS_MAX = 256;
    private static final char SEPARATOR = '\n';
    private static final ToolCall NO_CALL = new ToolCall("", "", "", Verb.WRITE, List.<Destination>of(), 0);

    @Override
    public List<FleetAnswer> apply(StateTable state, FleetPart part) {
        SessionMemory memory = new SessionMemory(state, part.bucketKey(), READS_MAX, WEIGHT_MAX);
        if (part.write()) {
            return List.of(answer(memory.index(), part));
        }
        memory.remember(read(part));
        return List.of();
    }

    private static FleetAnswer answer(SessionIndex index, FleetPart part) {
        Write write = new Write(
                part.sessionKey(),
                part.traceId(),
                NO_CALL,
                List.of(),
                PrintCodec.decode(part.prints()).stream()
                        .filter(print -> !isCommon(index, print))
                        .toList(),
                part.values(),
                null);
        List<FleetSource> sources = new ArrayList<>();
        for (Map.Entry<Integer, List<Hit>> entry : index.hits(write).entrySet()) {
            FleetSource source = source(index.reads().get(entry.getKey()), entry.getValue());
            if (!source.sessionKey().equals(part.sessionKey())) {
                sources.add(source);
            }
        }
        sources.sort(
                Comparator.comparingInt((FleetSource source) -> source.hits().size())
                        .reversed()
                        .thenComparingLong(FleetSource::timeMillis)
                        .thenComparing(FleetSource::eventId));
        return new FleetAnswer(
                part.sessionKey(),
                part.traceId(),
                part.slot(),
                part.bucket(),
                part.parts(),
                sources.subList(0, Math.min(SOURCES_MAX, sources.size())));
    }

    private static boolean isCommon(SessionIndex index, Print print) {
        return index.readsHolding(print.hash()).stream()
                        .map(read -> owner(read)[0])
                        .distinct()
                        .limit(COMMON_SESSIONS + 1L)
                        .count()
                > COMMON_SESSIONS;
    }

    private static SessionRead read(FleetPart part) {
        List<ValuePrint> values = part.values();
        return new SessionRead(
                String.join(String.valueOf(SEPARATOR), part.sessionKey(), part.agentId(), part.eventId()),
                part.traceId(),
                part.tool(),
                part.timeMillis(),
                part.place(),
                List.of(),
                part.dataClasses(),
                part.addresses(),
                PrintCodec.decode(part.prints()),
                values);
    }

    /** Session, agent and event of a remembered read. No id holds a line feed. */
    private static String[] owner(SessionRead read) {
        return read.eventId().split(String.valueOf(SEPARATOR), 3);
    }

    private static FleetSource source(SessionRead read, List<Hit> hits) {
        String[] owner = owner(read);
        return new FleetSource(
                owner[2],
                read.traceId(),
                owner[0],
                owner[1],
                read.tool(),
                read.timeMillis(),
                read.place(),
                read.dataClasses(),
                read.addresses(),
                hits.stream().limit(HITS_MAX).map(FleetIndexRule::hit).toList());
    }

    private static FleetHit hit(Hit hit) {
        return new FleetHit(
                hit.valueKind(),
                hit.sourceLeaf(),
                hit.sourceStart(),
                hit.sourceEnd(),
                hit.sinkLeaf(),
                hit.sinkStart(),
                hit.sinkEnd());
    }
}
