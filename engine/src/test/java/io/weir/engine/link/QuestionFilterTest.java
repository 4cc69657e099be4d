package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuestionFilterTest {

    private static final int HASHES = 10_000;

    @Test
    void holdsWhatWasAddedAndTellsOfNearlyAllOthersThatTheyAreAbsent() {
        QuestionFilter filter = new QuestionFilter(HASHES, 1);
        SplittableRandom added = new SplittableRandom(1);
        for (int i = 0; i < HASHES; i++) {
            filter.add(added.nextLong());
        }

        SplittableRandom again = new SplittableRandom(1);
        for (int i = 0; i < HASHES; i++) {
            assertThat(filter.mayHold(again.nextLong())).isTrue();
        }
        assertThat(again.longs(100_000).filter(filter::mayHold).count()).isLessThan(50);
    }

    @Test
    void tellsOfMostWhereSeveralShareAWord() {
        QuestionFilter filter = new QuestionFilter(HASHES, 4);
        SplittableRandom random = new SplittableRandom(2);
        filter.addAll(random.longs(HASHES).toArray());

        assertThat(random.longs(100_000).filter(filter::mayHold).count()).isLessThan(1_000);
    }
}
