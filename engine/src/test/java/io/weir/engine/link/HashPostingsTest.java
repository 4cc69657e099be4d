package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HashPostingsTest {

    private static final long HASHES = 1L << 40;

    private final HashPostings postings = new HashPostings();

    @Test
    void agreesWithAMap() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Long, Set<Integer>> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long hash = random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextLong(HASHES);
            int number = random.nextInt(HashPostings.NUMBERS_MAX - 1);
            postings.add(hash, number);
            Set<Integer> numbers = expected.computeIfAbsent(hash, none -> new TreeSet<>());
            if (numbers.size() < HashPostings.POSTINGS_MAX) {
                numbers.add(number);
            }
        }

        expected.forEach((hash, numbers) ->
                assertThat(numbersOf(postings, hash)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(numbers));
        assertThat(postings.size())
                .isEqualTo(expected.values().stream().mapToInt(Set::size).sum());
        assertThat(postings.bytes() / postings.size()).isLessThanOrEqualTo(23);
    }

    @Test
    void keepsNoMoreThanAskedForOfWhatStandsEverywhere() {
        for (int number = 0; number < 10 * HashPostings.POSTINGS_MAX; number++) {
            postings.add(7, number);
        }

        assertThat(numbersOf(postings, 7)).hasSize(HashPostings.POSTINGS_MAX);
    }

    @Test
    void stopsWhereTheVisitorHasSeenEnough() {
        for (int number = 0; number < 10; number++) {
            postings.add(7, number);
        }
        List<Integer> seen = new ArrayList<>();

        postings.walk(7, number -> {
            seen.add(number);
            return seen.size() < 3;
        });

        assertThat(seen).hasSize(3);
    }

    @Test
    void renumbersAndLeavesOut() {
        postings.add(1, 10);
        postings.add(1, 11);
        postings.add(HASHES - 1, 11);

        HashPostings renumbered = postings.renumbered(number -> number - 11);

        assertThat(numbersOf(renumbered, 1)).containsExactly(0);
        assertThat(numbersOf(renumbered, HASHES - 1)).containsExactly(0);
        assertThat(renumbered.size()).isEqualTo(2);
    }

    private static List<Integer> numbersOf(HashPostings postings, long hash) {
        List<Integer> numbers = new ArrayList<>();
        postings.forEach(hash, numbers::add);
        return numbers;
    }
}
