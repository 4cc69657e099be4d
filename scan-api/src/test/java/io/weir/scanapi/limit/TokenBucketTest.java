package io.weir.scanapi.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long NOW = 1_795_219_200_000L;

    private final TokenBucket bucket = new TokenBucket();

    @Test
    void holdsTwoMinutesWorthAndFillsEvenly() {
        assertThat(taken(10, NOW)).isEqualTo(4);
        assertThat(bucket.take(2, NOW)).isEqualTo(30_000);
        assertThat(taken(10, NOW + 30_000)).isEqualTo(1);
        assertThat(taken(10, NOW + 600_000)).isEqualTo(4);
    }

    @Test
    void whatWasTakenElsewhereIsTakenHere() {
        bucket.owe(2, 3, NOW);

        assertThat(taken(10, NOW)).isEqualTo(1);
    }

    @Test
    void whatWasTakenElsewhereBeyondWhatIsThereIsOwed() {
        taken(4, NOW);
        bucket.owe(2, 2, NOW);

        assertThat(bucket.take(2, NOW)).isEqualTo(90_000);
        assertThat(taken(10, NOW + 90_000)).isEqualTo(1);
    }

    @Test
    void noMoreIsOwedThanTheBucketHolds() {
        bucket.owe(2, 1_000_000, NOW);

        assertThat(bucket.take(2, NOW)).isEqualTo(150_000);
    }

    @Test
    void whatWasTakenLongAgoIsThereAgain() {
        bucket.owe(2, 4, NOW - 120_000);

        assertThat(taken(10, NOW)).isEqualTo(4);
    }

    @Test
    void whatComesLateFillsNothingTwice() {
        taken(4, NOW);
        bucket.owe(2, 0, NOW - 60_000);

        assertThat(taken(10, NOW)).isZero();
    }

    private int taken(int tries, long timeMillis) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take(2, timeMillis) == 0 ? 1 : 0;
        }
        return taken;
    }
}
