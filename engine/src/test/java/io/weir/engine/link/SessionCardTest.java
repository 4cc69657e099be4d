package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SessionCardTest {

    private static final String SESSION = "acme|s";
    private static final String LAST = SESSION + SessionCard.LAST;
    private static final String RING = SESSION + SessionCard.PAST_RING;
    private static final String MARKS = SESSION + SessionCard.PATTERN + "burst";
    private static final String READ = SESSION + "\u0000read\u0000r1";
    private static final int ROUNDS = 3_000;
    private static final int BYTES_MAX = 1_200;

    private final MemoryStateTable state = new MemoryStateTable();

    @Test
    void keepsSmallEntriesInOneAndLeavesOthersAlone() {
        during(card -> {
            card.put(LAST, bytes(8, 1));
            card.put(RING, bytes(60, 2));
            card.put(MARKS, bytes(300, 3));
            card.put(READ, bytes(300, 4));
        });

        assertThat(state.keys("", 10)).containsExactly(SessionCard.cardKey(SESSION), READ);
        during(card -> {
            assertThat(card.get(LAST)).isEqualTo(bytes(8, 1));
            assertThat(card.get(RING)).isEqualTo(bytes(60, 2));
            assertThat(card.get(MARKS)).isEqualTo(bytes(300, 3));
            assertThat(card.get(READ)).isEqualTo(bytes(300, 4));
        });
    }

    @Test
    void asksTheTableOnceForAllThatIsSmall() {
        List<String> asked = new ArrayList<>();
        during(card -> card.put(LAST, bytes(8, 1)));

        SessionCard card = new SessionCard(new Listening(state, asked), SESSION);
        card.get(LAST);
        card.get(RING);
        card.get(MARKS);
        card.store();

        assertThat(asked).containsExactly("get " + SessionCard.cardKey(SESSION));
    }

    @Test
    void keepsWhatIsLargeByItselfUntilItIsSmallAgain() {
        during(card -> card.put(MARKS, bytes(2_000, 1)));
        assertThat(state.get(MARKS)).isEqualTo(bytes(2_000, 1));
        during(card -> assertThat(card.get(MARKS)).isEqualTo(bytes(2_000, 1)));

        during(card -> card.put(MARKS, bytes(20, 2)));

        assertThat(state.get(MARKS)).isNull();
        during(card -> assertThat(card.get(MARKS)).isEqualTo(bytes(20, 2)));
    }

    @Test
    void takesInWhatAnEarlierVersionHasKeptByItself() {
        state.put(LAST, bytes(8, 1));
        state.put(RING, bytes(60, 2));
        state.put(MARKS, bytes(300, 3));
        state.put(MARKS + "-large", bytes(3_000, 4));

        during(card -> assertThat(card.get(RING)).isEqualTo(bytes(60, 2)));

        assertThat(state.keys("", 10)).containsExactly(SessionCard.cardKey(SESSION), MARKS + "-large");
        during(card -> {
            assertThat(card.get(LAST)).isEqualTo(bytes(8, 1));
            assertThat(card.get(MARKS)).isEqualTo(bytes(300, 3));
            assertThat(card.get(MARKS + "-large")).isEqualTo(bytes(3_000, 4));
        });
    }

    @Test
    void leavesNothingOfASessionThatIsRemoved() {
        during(card -> {
            card.put(LAST, bytes(8, 1));
            card.put(MARKS, bytes(3_000, 2));
            card.put(READ, bytes(30, 3));
        });

        during(card -> card.keys(SESSION + "\u0000", 10).forEach(card::delete));

        assertThat(state.size()).isZero();
    }

    @Test
    void answersAsAPlainTableWould() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MemoryStateTable plain = new MemoryStateTable();
        List<String> keys = List.of(LAST, RING, MARKS, MARKS + "2", READ, "acme|other" + SessionCard.LAST);
        for (int round = 0; round < ROUNDS; round++) {
            int steps = random.nextInt(4);
            during(card -> {
                for (int step = 0; step <= steps; step++) {
                    String key = keys.get(random.nextInt(keys.size()));
                    byte[] value = bytes(1 + random.nextInt(BYTES_MAX), random.nextInt());
                    if (random.nextInt(3) > 0) {
                        card.put(key, value);
                        plain.put(key, value);
                    } else {
                        card.delete(key);
                        plain.delete(key);
                    }
                }
                keys.forEach(key ->
                        assertThat(card.get(key)).as("%s, seed %d", key, seed).isEqualTo(plain.get(key)));
            });
        }
    }

    private void during(Consumer<SessionCard> event) {
        SessionCard card = new SessionCard(state, SESSION);
        event.accept(card);
        card.store();
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Notes what is asked for and changed. */
    private record Listening(StateTable table, List<String> asked) implements StateTable {

        @Override
        public byte @Nullable [] get(String key) {
            asked.add("get " + key);
            return table.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            asked.add("put " + key);
            table.put(key, value);
        }

        @Override
        public void delete(String key) {
            asked.add("delete " + key);
            table.delete(key);
        }

        @Override
        public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
            asked.add("scan " + prefix);
            table.scan(prefix, visitor);
        }
    }
}
