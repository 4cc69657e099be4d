package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.Taint;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The samples of what the sessions of one tenant have read: tells which reads of other sessions a write may carry. It
 * errs on the side of suspicion; whoever asks compares with the read itself.
 *
 * <p>Not safe to share between threads, but {@link #suspects} may be called by several while nobody adds.
 */
public final class TaintFilter {

    /** Reads that are suspected at once. */
    static final int SUSPECTS_MAX = 8;

    /** Estimated heap of one mark: the record, its two ids, and its place in the list. */
    private static final int MARK_BYTES = 280;

    // What stands in the reads of many sessions says little, unless it opens a door or an account.
    private static final Set<ValueKind> NEVER_COMMON =
            EnumSet.of(ValueKind.SECRET, ValueKind.CARD, ValueKind.IBAN, ValueKind.NATIONAL_ID);

    private static final Comparator<TaintMark> MOST_DISPENSABLE = Comparator.comparingInt(TaintMark::sensitivity)
            .thenComparingLong(TaintMark::timeMillis)
            .thenComparing(TaintMark::eventId);

    private final List<TaintMark> reads;
    private final HashPostings postings;

    /** An empty filter. */
    public TaintFilter() {
        this(new ArrayList<>(), new HashPostings());
    }

    private TaintFilter(List<TaintMark> reads, HashPostings postings) {
        this.reads = reads;
        this.postings = postings;
    }

    /**
     * Adds the sample of a read.
     *
     * @throws IllegalArgumentException if the sample is none
     */
    public void add(Taint taint) {
        long[] hashes = Taints.hashes(taint);
        int number = reads.size();
        reads.add(TaintMark.of(taint));
        for (long hash : hashes) {
            postings.add(hash, number);
        }
    }

    /** Number of reads. */
    public int size() {
        return reads.size();
    }

    /** Estimated heap. */
    public long bytes() {
        return postings.bytes() + (long) reads.size() * MARK_BYTES;
    }

    /**
     * A new filter without what is older than a time, and without an eighth of the rest: the least sensitive, then
     * the oldest.
     */
    public TaintFilter lightened(long oldestMillis) {
        List<TaintMark> kept = new ArrayList<>(reads);
        kept.removeIf(mark -> mark.timeMillis() < oldestMillis);
        kept.sort(MOST_DISPENSABLE.reversed());
        return keeping(kept.subList(0, kept.size() - kept.size() / 8));
    }

    private TaintFilter keeping(List<TaintMark> kept) {
        Set<String> ids = new HashSet<>();
        kept.forEach(mark -> ids.add(mark.eventId()));
        int[] numbers = new int[reads.size()];
        List<TaintMark> remaining = new ArrayList<>();
        for (int number = 0; number < numbers.length; number++) {
            boolean stays = ids.remove(reads.get(number).eventId());
            numbers[number] = stays ? remaining.size() : -1;
            if (stays) {
                remaining.add(reads.get(number));
            }
        }
        return new TaintFilter(remaining, postings.renumbered(number -> numbers[number]));
    }

    /** The reads of other sessions that a write may carry, at most 8, and what in it counts as boilerplate. */
    public Suspects suspects(Write write) {
        Write content = SessionLinker.withoutAddresses(write);
        Map<Integer, Integer> hits = new LinkedHashMap<>();
        for (ValuePrint value : content.values()) {
            if (FleetParts.isTelling(value.kind()) || value.kind() == ValueKind.WORD) {
                long hash = Taints.shortened(value);
                if (NEVER_COMMON.contains(value.kind()) || !isCommon(hash)) {
                    count(hits, hash);
                }
            }
        }
        Set<Long> common = commonPrints(content.prints());
        for (Print print : content.prints()) {
            if (!common.contains(print.hash())) {
                count(hits, Taints.shortened(print.hash()));
            }
        }
        return new Suspects(ranked(hits, write.sessionKey()), common);
    }

    private List<TaintMark> ranked(Map<Integer, Integer> hits, String sessionKey) {
        Set<String> seen = new HashSet<>();
        return hits.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> reads.get(entry.getKey()))
                .filter(mark -> !mark.sessionKey().equals(sessionKey) && seen.add(mark.eventId()))
                .limit(SUSPECTS_MAX)
                .toList();
    }

    private void count(Map<Integer, Integer> hits, long hash) {
        postings.forEach(hash, number -> hits.merge(number, 1, Integer::sum));
    }

    /**
     * The prints that stand in the reads of many sessions. A sample holds some prints only; one that no sample holds is
     * as common as the nearest one of its leaf that a sample holds, because boilerplate comes in whole stretches.
     */
    private Set<Long> commonPrints(List<Print> prints) {
        Commonness[] known = prints.stream()
                .map(print -> commonness(Taints.shortened(print.hash())))
                .toArray(Commonness[]::new);
        Commonness[] assumed = Arrays.copyOf(known, known.length);
        int[] distance = new int[known.length];
        Arrays.fill(distance, Integer.MAX_VALUE);
        for (int at = 1; at < known.length; at++) {
            assume(prints, assumed, distance, at, at - 1);
        }
        for (int at = known.length - 2; at >= 0; at--) {
            assume(prints, assumed, distance, at, at + 1);
        }
        Set<Long> common = new TreeSet<>();
        for (int at = 0; at < assumed.length; at++) {
            if (assumed[at] == Commonness.COMMON) {
                common.add(prints.get(at).hash());
            }
        }
        return common;
    }

    /** Takes over what is known of the neighbor, if that is nearer than what was taken over before. */
    private static void assume(List<Print> prints, Commonness[] assumed, int[] distance, int at, int from) {
        boolean certain = assumed[at] != Commonness.UNKNOWN && distance[at] == Integer.MAX_VALUE;
        if (certain
                || assumed[from] == Commonness.UNKNOWN
                || prints.get(at).leaf() != prints.get(from).leaf()) {
            return;
        }
        int steps = distance[from] == Integer.MAX_VALUE ? 1 : distance[from] + 1;
        if (steps < distance[at]) {
            distance[at] = steps;
            assumed[at] = assumed[from];
        }
    }

    private enum Commonness {
        UNKNOWN,
        RARE,
        COMMON
    }

    private Commonness commonness(long hash) {
        int sessions = sessions(hash);
        if (sessions == 0) {
            return Commonness.UNKNOWN;
        }
        return sessions > BucketIndex.COMMON_SESSIONS ? Commonness.COMMON : Commonness.RARE;
    }

    private boolean isCommon(long hash) {
        return sessions(hash) > BucketIndex.COMMON_SESSIONS;
    }

    /** The sessions that have read a hash, counted until it is common: of boilerplate there are many postings. */
    private int sessions(long hash) {
        Set<String> sessions = new HashSet<>();
        postings.walk(hash, number -> {
            sessions.add(reads.get(number).sessionKey());
            return sessions.size() <= BucketIndex.COMMON_SESSIONS;
        });
        return sessions.size();
    }
}
