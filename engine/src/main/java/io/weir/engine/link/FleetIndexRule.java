package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.word.RetroactiveCause;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what the sessions of a bucket have read, and answers each write with the reads of other sessions that share
 * something with it. Where a write asks one bucket only, and that knows nothing of it, there is no answer.
 *
 * <p>Questions are kept for a while. A read whose event time is before that of a kept question that it would have been
 * found for has it answered once more.
 *
 * <p>What stands in the reads of many sessions is boilerplate and says nothing. The memory of a bucket is bounded; what
 * is least sensitive and oldest is forgotten first.
 */
public final class FleetIndexRule implements Reducer<FleetPart, FleetAnswer> {

    /** Reads that one bucket remembers. */
    static final int READS_MAX = 262_144;

    /** Prints and values that one bucket remembers; about 22 bytes each in the state, 40 in the index. */
    static final int WEIGHT_MAX = 4_000_000;

    /** Questions that one late read has answered again. */
    static final int ANSWERED_AGAIN_MAX = 64;

    private static final char SEPARATOR = '\n';

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
        BucketMemory reads = new BucketMemory(state, part.bucketKey(), READS_MAX, WEIGHT_MAX);
        QuestionMemory questions = new QuestionMemory(state, part.bucketKey(), QuestionMemory.LIMITS);
        return part.write() ? answer(reads, questions, part) : remember(reads, questions, part);
    }

    private List<FleetAnswer> answer(BucketMemory reads, QuestionMemory questions, FleetPart part) {
        KeptQuestion question = KeptQuestion.of(part);
        List<FleetSource> sources = new BucketSources(reads).of(question);
        losses.lost(Loss.FLEET_QUESTIONS, questions.keep(question));
        if (part.parts() == 1 && sources.isEmpty()) {
            return List.of();
        }
        Enclosure call = sources.isEmpty() ? null : part.call();
        return List.of(FleetAnswer.at(part, call, sources));
    }

    private List<FleetAnswer> remember(BucketMemory reads, QuestionMemory questions, FleetPart part) {
        losses.lost(Loss.FLEET_READS, reads.remember(part.sessionKey(), read(part)));
        List<QuestionBatch.Entry> missing = questions.missing(part, reads.index());
        if (missing.isEmpty()) {
            return List.of();
        }
        losses.lost(Loss.FLEET_QUESTIONS, Math.max(0, missing.size() - ANSWERED_AGAIN_MAX));
        Retroactive cause =
                new Retroactive(RetroactiveCause.LATE_READ, part.timeMillis(), part.eventId(), part.place());
        BucketSources known = new BucketSources(reads);
        List<FleetAnswer> answers = new ArrayList<>();
        for (QuestionBatch.Entry entry : missing.subList(0, Math.min(ANSWERED_AGAIN_MAX, missing.size()))) {
            KeptQuestion question = questions.question(entry);
            List<FleetSource> sources = known.of(question);
            if (sources.stream().anyMatch(source -> source.read().eventId().equals(part.eventId()))) {
                answers.add(FleetAnswer.again(question, part.bucket(), cause, sources));
            }
        }
        return answers;
    }

    /** The session of a remembered read, by its id. */
    static String sessionOf(String id) {
        return id.substring(0, id.indexOf(SEPARATOR));
    }

    /** Session, agent and event of a remembered read. No id holds a line feed. */
    static String[] owner(SessionRead read) {
        return read.eventId().split(String.valueOf(SEPARATOR), 3);
    }

    private static SessionRead read(FleetPart part) {
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
                part.values());
    }
}
