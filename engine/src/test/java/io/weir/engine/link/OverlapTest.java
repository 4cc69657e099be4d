package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void joinsNeighboringPrintsToOneRun() {
        Overlap overlap = Overlap.of(List.of(print(100, 0), print(105, 5), print(111, 11), print(120, 20)));

        assertThat(overlap.runs()).containsExactly(new Hit(null, 0, 100, 134, 0, 0, 34, 4));
        assertThat(overlap.textLength()).isEqualTo(34);
    }

    @Test
    void aWideGapOnEitherSideDividesRuns() {
        Overlap inSink = Overlap.of(List.of(print(0, 0), print(10, 10), print(20, 100), print(30, 110)));
        Overlap inSource = Overlap.of(List.of(print(0, 0), print(10, 10), print(500, 20), print(510, 30)));

        assertThat(inSink.runs()).hasSize(2);
        assertThat(inSource.runs()).hasSize(2);
    }

    @Test
    void textReadInTwoPlacesCountsOnce() {
        Overlap overlap = Overlap.of(List.of(print(0, 0), print(10, 10), print(700, 0), print(710, 10)));

        assertThat(overlap.runs()).hasSize(2);
        assertThat(overlap.textLength()).isEqualTo(24);
        assertThat(overlap.length()).isEqualTo(24);
    }

    @Test
    void aLonePrintIsAPhraseAndNoCopy() {
        assertThat(Overlap.of(List.of(print(50, 3))).isEmpty()).isTrue();
    }

    @Test
    void oneValueCountsOnceHoweverOftenItWasRead() {
        Hit later = value(ValueKind.IDENTIFIER, 90, 4);
        Hit earlier = value(ValueKind.IDENTIFIER, 12, 4);

        Overlap overlap = Overlap.of(List.of(later, earlier));

        assertThat(overlap.values()).containsExactly(earlier);
        assertThat(overlap.strongValues()).isEqualTo(1);
    }

    @Test
    void aWholeAddressCountsBeforeItsHostThatStoodEarlier() {
        Hit host = value(ValueKind.HOST, 0, 4);
        Hit address = value(ValueKind.URL, 60, 4);

        assertThat(Overlap.of(List.of(address, host)).values()).containsExactly(address);
        assertThat(Overlap.of(List.of(host, address)).strongValues()).isEqualTo(1);
    }

    @Test
    void theOrderOfHitsDoesNotMatter() {
        List<Hit> hits = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            hits.add(print(random.nextInt(300), random.nextInt(300)));
            hits.add(value(ValueKind.values()[random.nextInt(11)], random.nextInt(50), random.nextInt(20)));
        }
        Overlap expected = Overlap.of(hits);

        for (int round = 0; round < 20; round++) {
            Collections.rotate(hits, 7);
            Overlap turned = Overlap.of(hits);
            assertThat(turned.textLength()).isEqualTo(expected.textLength());
            assertThat(turned.runs()).isEqualTo(expected.runs());
        }
    }

    private static Hit print(int source, int sink) {
        return new Hit(null, 0, source, source + 14, 0, sink, sink + 14, 1);
    }

    private static Hit value(ValueKind kind, int source, int sink) {
        return new Hit(kind, 0, source, source + 8, 0, sink, sink + 8, 0);
    }
}
