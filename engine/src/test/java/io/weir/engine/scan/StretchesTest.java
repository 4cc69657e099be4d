package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.CharSet;
import org.junit.jupiter.api.Test;

class StretchesTest {

    @Test
    void endsARunWhereTheSetEndsOrItMayGoNoFurther() {
        // Given
        Stretches stretches = new Stretches();
        char[] text = "12345x678".toCharArray();
        // When a run starts inside another, before it, behind it, and with another limit
        // Then
        assertThat(stretches.end(CharSet.DIGITS, text, 1, 3)).isEqualTo(3);
        assertThat(stretches.end(CharSet.DIGITS, text, 2, 9)).isEqualTo(5);
        assertThat(stretches.end(CharSet.DIGITS, text, 0, 9)).isEqualTo(5);
        assertThat(stretches.end(CharSet.DIGITS, text, 6, 9)).isEqualTo(9);
        assertThat(stretches.end(CharSet.DIGITS, text, 7, 8)).isEqualTo(8);
        assertThat(stretches.end(CharSet.DIGITS, text, 5, 9)).isEqualTo(5);
    }

    @Test
    void readsNoUnitTwiceForRunsInOneAnother() {
        Stretches stretches = new Stretches();
        char[] text = "7".repeat(1_000).toCharArray();
        int read = 0;
        for (int from = 0; from < text.length; from++) {
            stretches.end(CharSet.DIGITS, text, from, text.length);
            read += stretches.read();
        }
        assertThat(read).isEqualTo(text.length);
    }

    @Test
    void forgetsTheTextBeforeTheNext() {
        Stretches stretches = new Stretches();
        stretches.end(CharSet.DIGITS, "1111".toCharArray(), 0, 4);
        stretches.reset();
        assertThat(stretches.end(CharSet.DIGITS, "1a11".toCharArray(), 0, 4)).isEqualTo(1);
    }

    @Test
    void givesUpAtASurrogateThatBelongsToTheSet() {
        CharSet any = new CharSet(-1, -1, true, "");
        assertThat(new Stretches().end(any, "ab\uD83D\uDE00".toCharArray(), 0, 4))
                .isEqualTo(-1);
    }
}
