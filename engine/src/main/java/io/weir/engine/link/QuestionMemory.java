package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questions that a bucket was asked lately, in a state table, one entry each, so that a read which comes late finds
 * the writes that it would have been found for. The index over them is derived.
 *
 * <p>Bounded in time, number and content: questions are in batches, and when there are too many the first one goes. A
 * batch is small enough for a processor's cache, because each write is added to the latest, and most reads that are
 * late at all are so by some moments and meet no other.
 */
final class QuestionMemory {

    /** How late a read may be: edges keep a report for ten minutes, and partitions may lag besides. */
    static final long WINDOW_MILLIS = Duration.ofMinutes(15).toMillis();

    /** The usual limits of a bucket. */
    static final Limits LIMITS = new Limits(16_384, 1_000_000);

    private static final int BATCHES = 16;
    // Whatever part of its time the latest batch has behind it, the others span the window.
    private static final long BATCH_MILLIS = WINDOW_MILLIS / (BATCHES - 1);
    private static final int HASHES_PER_WORD = 4;
    private static final int BATCH_DIGITS = 10;
    private static final int NUMBER_DIGITS = 5;
    private static final Comparator<Map.Entry<QuestionBatch.Entry, Integer>> MOST_SHARED_FIRST =
            Map.Entry.<QuestionBatch.Entry, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(shared -> shared.getKey().timeMillis())
                    .thenComparing(shared -> shared.getKey().traceId());

    /**
     * What a bucket keeps at most.
     *
     * @param questions number of questions
     * @param weight their prints and values
     */
    record Limits(int questions, int weight) {}

    private final StateTable state;
    private final String prefix;
    private final Limits limits;

    QuestionMemory(StateTable state, String bucketKey, Limits limits) {
        this.state = state;
        this.prefix = bucketKey + "\u0000asked\u0000";
        this.limits = limits;
    }

    /** Keeps a question, unless it is kept already. Gives the number of questions of the window that went for it. */
    int keep(KeptQuestion question) {
        Batches batches = batches();
        if (!batches.traceIds.add(question.traceId())) {
            return 0;
        }
        QuestionBatch last = batches.all.peekLast();
        if (last == null || isFull(last, question)) {
            last = new QuestionBatch(last == null ? 0 : last.number() + 1, question.timeMillis());
            batches.all.add(last);
        }
        String id = id(last.number(), last.size());
        state.put(prefix + id, question.encode());
        batches.add(last, id, question);
        return batches.all.size() > BATCHES ? forget(batches, last.newestMillis()) : 0;
    }

    /**
     * The questions of other sessions that a read would have been found for, had it come before them: those that share
     * most with it first.
     */
    List<QuestionBatch.Entry> missing(FleetPart read, BucketIndex reads) {
        Batches batches = batches();
        if (batches.all.stream().noneMatch(batch -> batch.newestMillis() >= read.timeMillis())) {
            return List.of();
        }
        ReadHashes sought = new ReadHashes(read, batches.filter, reads);
        Map<QuestionBatch.Entry, Integer> shared = new HashMap<>();
        for (QuestionBatch batch : batches.all) {
            if (batch.newestMillis() >= read.timeMillis()) {
                batch.count(sought, shared);
            }
        }
        return shared.entrySet().stream()
                .sorted(MOST_SHARED_FIRST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A question that the index knows of. */
    KeptQuestion question(QuestionBatch.Entry entry) {
        byte[] stored = state.get(prefix + entry.id());
        if (stored == null) {
            throw new IllegalStateException("the index of a bucket knows a question that is not stored");
        }
        return KeptQuestion.decode(stored);
    }

    private boolean isFull(QuestionBatch batch, KeptQuestion next) {
        return batch.size() >= limits.questions / BATCHES
                || batch.weight() >= limits.weight / BATCHES
                || next.timeMillis() - batch.beginMillis() > BATCH_MILLIS;
    }

    private int forget(Batches batches, long nowMillis) {
        int lost = 0;
        for (QuestionBatch.Entry entry : batches.all.remove().entries()) {
            state.delete(prefix + entry.id());
            batches.traceIds.remove(entry.traceId());
            lost += entry.timeMillis() > nowMillis - WINDOW_MILLIS ? 1 : 0;
        }
        return lost;
    }

    private static String id(long batch, int number) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(batch, BATCH_DIGITS) + hex.toHexDigits(number, NUMBER_DIGITS);
    }

    private Batches batches() {
        return state.derived(prefix, Batches.class, this::rebuild);
    }

    private Batches rebuild() {
        Batches batches = new Batches();
        state.scan(prefix, (key, stored) -> {
            String id = key.substring(prefix.length());
            long number = HexFormat.fromHexDigitsToLong(id, 0, BATCH_DIGITS);
            KeptQuestion question = KeptQuestion.decode(stored);
            QuestionBatch last = batches.all.peekLast();
            if (last == null || last.number() != number) {
                last = new QuestionBatch(number, question.timeMillis());
                batches.all.add(last);
            }
            batches.add(last, id, question);
            batches.traceIds.add(question.traceId());
        });
        return batches;
    }

    /** The batches that are kept, the earliest first. */
    private static final class Batches {
        private final Deque<QuestionBatch> all = new ArrayDeque<>();
        private final Set<String> traceIds = new HashSet<>();
        // Of all batches, and of some that are gone: what it tells need not be looked for in each.
        private QuestionFilter filter = new QuestionFilter(0, HASHES_PER_WORD);

        void add(QuestionBatch batch, String id, KeptQuestion question) {
            long[] hashes = ContentHashes.of(question.prints(), question.values());
            batch.add(id, question, hashes);
            if (filter.isFull()) {
                filterAnew();
            } else {
                filter.addAll(hashes);
            }
        }

        private void filterAnew() {
            int kept = all.stream().mapToInt(QuestionBatch::weight).sum();
            filter = new QuestionFilter(2 * kept, HASHES_PER_WORD);
            all.stream().flatMap(batch -> batch.contents().stream()).forEach(filter::addAll);
        }
    }
}
