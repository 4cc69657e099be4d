package io.weir.engine.link;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the reads of other sessions that a bucket remembers and that share something with a write. */
final class BucketSources {

    private static final int SOURCES_MAX = 16;
    private static final int HITS_MAX = 1_024;
    private static final ToolCall NO_CALL = new ToolCall("", "", "", Verb.WRITE, List.<Destination>of(), 0);

    private static final Comparator<FleetSource> MOST_SHARED_FIRST = Comparator.comparingInt(
                    (FleetSource source) -> source.hits().size())
            .reversed()
            .thenComparing(FleetSource::read, SessionRead.OLDEST_FIRST);

    private final BucketMemory memory;

    BucketSources(BucketMemory memory) {
        this.memory = memory;
    }

    /** The reads that share something with what a question is about, those that share most first. */
    List<FleetSource> of(KeptQuestion question) {
        BucketLookup lookup = new BucketLookup(memory.index(), question);
        List<FleetSource> sources = new ArrayList<>();
        Write write = new Write(
                question.sessionKey(), question.traceId(), NO_CALL, List.of(), lookup.prints(), lookup.values(), null);
        for (BucketIndex.Entry entry : lookup.mostSharing(question.timeMillis(), SOURCES_MAX)) {
            SessionRead read = memory.read(entry);
            sources.add(source(read, hits(write, read)));
        }
        sources.sort(MOST_SHARED_FIRST);
        return sources;
    }

    private static List<Hit> hits(Write write, SessionRead read) {
        SessionIndex one = new SessionIndex();
        one.add(read);
        return one.hits(write).getOrDefault(0, List.of());
    }

    private static FleetSource source(SessionRead read, List<Hit> hits) {
        String[] owner = FleetIndexRule.owner(read);
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
