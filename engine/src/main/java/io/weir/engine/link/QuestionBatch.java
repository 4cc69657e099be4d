package io.weir.engine.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the questions of a stretch of time have asked about. Derived from the kept questions; it goes as a whole, so
 * that nothing has to be taken out of it.
 *
 * <p>Each write outside is added to it, and hardly ever a read finds something in it, so there is no index, which would
 * take longer than all that a bucket does else: a filter tells most reads that nothing is here, and the hashes of the
 * questions are gone through for the others.
 */
final class QuestionBatch {

    /**
     * A kept question without its content.
     *
     * @param id id under which it is stored
     * @param traceId decision on the write
     * @param sessionKey who writes
     * @param timeMillis event time of the write
     */
    record Entry(String id, String traceId, String sessionKey, long timeMillis) {

        boolean isForRead(FleetPart read) {
            return timeMillis >= read.timeMillis() && !sessionKey.equals(read.sessionKey());
        }
    }

    private final long number;
    private final long beginMillis;
    private final List<Entry> entries = new ArrayList<>();
    private final List<long[]> contents = new ArrayList<>();
    private QuestionFilter filter = new QuestionFilter(0, 1);
    private long newestMillis;

    /** An empty batch that begins with a question of this time. */
    QuestionBatch(long number, long beginMillis) {
        this.number = number;
        this.beginMillis = beginMillis;
        this.newestMillis = beginMillis;
    }

    void add(String id, KeptQuestion question, long[] hashes) {
        entries.add(new Entry(id, question.traceId(), question.sessionKey(), question.timeMillis()));
        newestMillis = Math.max(newestMillis, question.timeMillis());
        contents.add(hashes);
        for (long hash : hashes) {
            if (filter.isFull()) {
                filterAnew();
            }
            filter.add(hash);
        }
    }

    private void filterAnew() {
        QuestionFilter larger = new QuestionFilter(2 * filter.size(), 1);
        for (long[] content : contents) {
            for (int i = 0; i < content.length && larger.size() < filter.size(); i++) {
                larger.add(content[i]);
            }
        }
        filter = larger;
    }

    /** Adds up what a read shares with each question of another session that was not asked before the read's time. */
    void count(ReadHashes sought, Map<Entry, Integer> shared) {
        int first = sought.next(filter, 0);
        if (first < sought.size()) {
            PrintIndex here = new PrintIndex();
            for (int i = first; i < sought.size(); i = sought.next(filter, i + 1)) {
                here.add(sought.hash(i), i);
            }
            count(here, sought.read(), shared);
        }
    }

    private void count(PrintIndex hashes, FleetPart read, Map<Entry, Integer> shared) {
        for (int i = 0; i < entries.size(); i++) {
            int count = entries.get(i).isForRead(read) ? count(hashes, contents.get(i)) : 0;
            if (count > 0) {
                shared.put(entries.get(i), count);
            }
        }
    }

    private static int count(PrintIndex hashes, long[] content) {
        int count = 0;
        for (long hash : content) {
            count += hashes.holds(hash) ? 1 : 0;
        }
        return count;
    }

    /** The hashes of each question. */
    List<long[]> contents() {
        return contents;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Counts the batches of a bucket. */
    long number() {
        return number;
    }

    long beginMillis() {
        return beginMillis;
    }

    /** Event time of its latest question. */
    long newestMillis() {
        return newestMillis;
    }

    int size() {
        return entries.size();
    }

    /** Number of prints and values. */
    int weight() {
        return filter.size();
    }
}
