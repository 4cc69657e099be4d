package io.weir.engine.link;

import io.weir.schemas.event.Match;
import io.weir.schemas.event.Span;
import io.weir.schemas.word.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * One place of a write that stands in a read, or several of them joined to a run.
 *
 * @param valueKind kind of the short value, null for text
 * @param sourceLeaf leaf of the read
 * @param sourceStart first unit there
 * @param sourceEnd one past the last unit there
 * @param sinkLeaf leaf of the write
 * @param sinkStart first unit there
 * @param sinkEnd one past the last unit there
 * @param prints number of prints in it, 0 for a value
 */
record Hit(
        @Nullable ValueKind valueKind,
        int sourceLeaf,
        int sourceStart,
        int sourceEnd,
        int sinkLeaf,
        int sinkStart,
        int sinkEnd,
        int prints) {

    /** Units of the sink that it covers. */
    int length() {
        return sinkEnd - sinkStart;
    }

    /** Whether {@code next}, which begins later in the sink, continues this run on both sides, onwards or backwards. */
    boolean isContinuedBy(Hit next, int gap) {
        return sinkLeaf == next.sinkLeaf
                && sourceLeaf == next.sourceLeaf
                && next.sinkStart - sinkEnd <= gap
                && (isOnwards(next, gap) || isBackwards(next, gap));
    }

    private boolean isOnwards(Hit next, int gap) {
        return next.sourceStart - sourceEnd <= gap && next.sourceStart >= sourceStart;
    }

    private boolean isBackwards(Hit next, int gap) {
        return sourceStart - next.sourceEnd <= gap && next.sourceEnd <= sourceEnd;
    }

    /** This run and its continuation as one. */
    Hit joined(Hit next) {
        return new Hit(
                null,
                sourceLeaf,
                Math.min(sourceStart, next.sourceStart),
                Math.max(sourceEnd, next.sourceEnd),
                sinkLeaf,
                sinkStart,
                Math.max(sinkEnd, next.sinkEnd),
                prints + next.prints);
    }

    /** The hit as evidence. */
    Match match(SessionRead read, Write write) {
        return new Match(
                valueKind,
                new Span(read.addresses().get(sourceLeaf), sourceStart, sourceEnd),
                new Span(write.leaves().get(sinkLeaf).address(), sinkStart, sinkEnd),
                write.excerpt(sinkLeaf, sinkStart, sinkEnd));
    }
}
