package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps what the sessions of a bucket have read, and answers each write with the reads of other sessions that share
 * something with it. Where a write asks one bucket only, and that knows nothing of it, there is no answer.
 *
 * <p>What stands in the reads of many sessions is boilerplate and says nothing. The memory of a bucket is bounded; what
 * is least sensitive and oldest is forgotten first.
 */
public final class FleetIndexRule implements Reducer<FleetPart, FleetAnswer> {

    /** Reads that one bucket remembers. */
    static final int READS_MAX = 262_144;

    /** Prints and values that one bucket remembers; about 22 bytes each in the state, 40 in the index. */
    static final int WEIGHT_MAX = 4_000_000;

    private static final int SOURCES_MAX = 16;
    private static final int HITS_MAX = 1_024;
    private static final char SEPARATOR = '\n';
    private static final ToolCall NO_CALL = new ToolCall("", "", "", Verb.WRITE, List.<Destination>of(), 0);

    private static final Comparator<FleetSource> MOST_SHARED_FIRST = Comparator.comparingInt(
                    (FleetSource source) -> source.hits().size())
            .reversed()
            .thenComparing(FleetSource::read, SessionRead.OLDEST_FIRST);

    private final LossListener losses;

    /** A rule that nobody counts. */
    public FleetIndexRule() {
        this(LossListener.NONE);
    }

    /** A rule that tells of what it forgets. */
    public FleetIndexRule(LossListener losses) {
        this.losses = losses;
    }

    @Override
    public List<FleetAnswer> apply(StateTable state, FleetPart part) {
        BucketMemory memory = new BucketMemory(state, part.bucketKey(), READS_MAX, WEIGHT_MAX);
        if (part.write()) {
            FleetAnswer answer = answer(memory, part);
            return part.parts() == 1 && answer.sources().isEmpty() ? List.of() : List.of(answer);
        }
        losses.lost(Loss.FLEET_READS, memory.remember(part.sessionKey(), read(part)));
        return List.of();
    }

    private static FleetAnswer answer(BucketMemory memory, FleetPart part) {
        BucketIndex index = memory.index();
        Write write = new Write(
                part.sessionKey(),
                part.traceId(),
                NO_CALL,
                List.of(),
                part.prints().stream()
                        .filter(print -> index.tells(print.hash()))
                        .toList(),
                part.values().stream()
                        .filter(value -> index.holdsValue(HexFormat.fromHexDigitsToLong(value.hash())))
                        .toList(),
                null);
        List<FleetSource> sources = new ArrayList<>();
        for (BucketIndex.Entry entry : index.sharing(write, SOURCES_MAX)) {
            SessionRead read = memory.read(entry);
            sources.add(source(read, hits(write, read)));
        }
        sources.sort(MOST_SHARED_FIRST);
        Enclosure call = sources.isEmpty() ? null : part.call();
        return new FleetAnswer(part.sessionKey(), part.traceId(), part.bucket(), part.parts(), call, sources);
    }

    private static List<Hit> hits(Write write, SessionRead read) {
        SessionIndex one = new SessionIndex();
        one.add(read);
        return one.hits(write).getOrDefault(0, List.of());
    }

    /** The session of a remembered read, by its id. */
    static String sessionOf(String id) {
        return id.substring(0, id.indexOf(SEPARATOR));
    }

    private static SessionRead read(FleetPart part) {
        List<ValuePrint> values = part.values();
        return new SessionRead(
                String.join(String.valueOf(SEPARATOR), part.sessionKey(), part.agentId(), part.eventId()),
                part.traceId(),
                part.tool(),
                part.timeMillis(),
                part.place(),
                part.systems(),
                part.dataClasses(),
                part.addresses(),
                part.prints(),
                values);
    }

    /** Session, agent and event of a remembered read. No id holds a line feed. */
    private static String[] owner(SessionRead read) {
        return read.eventId().split(String.valueOf(SEPARATOR), 3);
    }

    private static FleetSource source(SessionRead read, List<Hit> hits) {
        String[] owner = owner(read);
        SessionRead source = new SessionRead(
                owner[2],
                read.traceId(),
                read.tool(),
                read.timeMillis(),
                read.place(),
                List.of(),
                read.dataClasses(),
                read.addresses(),
                List.of(),
                List.of());
        return new FleetSource(owner[1], source, read.origins(), hits.subList(0, Math.min(HITS_MAX, hits.size())));
    }
}
