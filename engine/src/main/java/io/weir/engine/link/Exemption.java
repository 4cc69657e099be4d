package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.ValuePrint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one write people have let go: the stretches and values that stand in declassified content, and the sources
 * that are declassified as a whole.
 */
final class Exemption {

    /** Nothing is let go. */
    static final Exemption NONE = new Exemption(List.of(), List.of(), Set.of());

    // Where declassified text begins or ends, winnowing may choose other shingles in the write than in the text.
    private static final int EDGE_UNITS = 16;

    private final List<Declassification> statements;
    private final List<Hit> stretches;
    private final Set<String> values;

    private Exemption(List<Declassification> statements, List<Hit> stretches, Set<String> values) {
        this.statements = statements;
        this.stretches = stretches;
        this.values = values;
    }

    /** What of a write these statements let go. */
    static Exemption of(Write write, List<Declassification> covering) {
        if (covering.isEmpty()) {
            return NONE;
        }
        List<Declassification> bearing = new ArrayList<>();
        List<Hit> stretches = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (Declassification one : covering) {
            Fingerprint content = one.content();
            boolean bears = one.sourceTraceId() != null
                    || (content != null && take(write, read(one.statementId(), content), stretches, values));
            if (bears) {
                bearing.add(one);
            }
        }
        return bearing.isEmpty() ? NONE : new Exemption(bearing, stretches, values);
    }

    private static boolean take(Write write, SessionRead content, List<Hit> stretches, Set<String> values) {
        SessionIndex index = new SessionIndex();
        index.add(content);
        List<Hit> hits = new ArrayList<>();
        index.hits(write).values().forEach(hits::addAll);
        stretches.addAll(Overlap.of(hits).runs());
        content.values().forEach(value -> values.add(value.hash()));
        return !hits.isEmpty();
    }

    /** Content that a person has spoken of, as if it had been read. */
    static SessionRead read(String id, Fingerprint content) {
        return new SessionRead(
                id,
                id,
                "statement",
                0,
                null,
                List.of(),
                List.of(),
                content.leaves().stream().map(LeafOutline::address).toList(),
                PrintCodec.decode(content.prints()),
                content.values());
    }

    boolean isNone() {
        return statements.isEmpty();
    }

    /** The write without what is let go. */
    Write strip(Write write) {
        if (stretches.isEmpty() && values.isEmpty()) {
            return write;
        }
        return new Write(
                write.sessionKey(),
                write.traceId(),
                write.call(),
                write.leaves(),
                write.prints().stream().filter(print -> !isLetGo(print)).toList(),
                write.values().stream().filter(value -> !isLetGo(value)).toList(),
                write.request());
    }

    /** What a write shares with a read, without what is let go. */
    List<Hit> without(List<Hit> hits, SessionRead read, Write write) {
        if (isNone()) {
            return hits;
        }
        if (ofSource(read.traceId()) != null) {
            return List.of();
        }
        Set<SinkPlace> kept = new HashSet<>();
        Write rest = strip(write);
        rest.prints().forEach(print -> kept.add(new SinkPlace(print.leaf(), print.start(), print.end())));
        rest.values().forEach(value -> kept.add(new SinkPlace(value.leaf(), value.start(), value.end())));
        return hits.stream()
                .filter(hit -> kept.contains(new SinkPlace(hit.sinkLeaf(), hit.sinkStart(), hit.sinkEnd())))
                .toList();
    }

    private record SinkPlace(int leaf, int start, int end) {}

    /** The statement that lets a whole source go, or null. */
    @Nullable
    Declassification ofSource(String traceId) {
        return statements.stream()
                .filter(one -> traceId.equals(one.sourceTraceId()))
                .findFirst()
                .orElse(null);
    }

    /** The statement that lets something of a read go: its source, or else content. */
    Declassification naming(SessionRead read) {
        Declassification source = ofSource(read.traceId());
        return source != null ? source : statements.get(0);
    }

    private boolean isLetGo(Print print) {
        return isInside(print.leaf(), print.start(), print.end());
    }

    private boolean isLetGo(ValuePrint value) {
        return values.contains(value.hash());
    }

    private boolean isInside(int leaf, int start, int end) {
        return stretches.stream()
                .anyMatch(run -> run.sinkLeaf() == leaf
                        && run.sinkStart() - EDGE_UNITS <= start
                        && end <= run.sinkEnd() + EDGE_UNITS);
    }
}
