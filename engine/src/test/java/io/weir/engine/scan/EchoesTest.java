package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoesTest {

    private static final String PIECE = "name: value of a thing\n";
    private static final int KIND = 7;
    private static final Surroundings AROUND = new Surroundings(30, 50);

    private final TextView text = new TextView();
    private final Echoes echoes = new Echoes(text);

    @Test
    void hearsASearchThatCameToNothingWhereTheTextWasTheSame() {
        // Given
        text.load(PIECE.repeat(200));
        int first = PIECE.length() * 3;
        // When
        echoes.add(KIND, first);
        // Then
        for (int times = 1; times < 100; times++) {
            assertThat(echoes.isEcho(KIND, first + PIECE.length() * times, AROUND))
                    .isTrue();
        }
    }

    @Test
    void hearsNothingOfOtherSearchesAndOtherPlaces() {
        text.load(PIECE.repeat(200));
        int first = PIECE.length() * 3;
        echoes.add(KIND, first);

        assertThat(echoes.isEcho(KIND + 1, first + PIECE.length(), AROUND)).isFalse();
        assertThat(echoes.isEcho(KIND, first + PIECE.length() + 1, AROUND)).isFalse();
    }

    @Test
    void hearsNothingWhereASearchWouldSeeSomethingElse() {
        // Given
        String rows = PIECE.repeat(20);
        text.load(rows + "x" + rows);
        int seam = rows.length();
        int first = PIECE.length() * 3;
        // When
        echoes.add(KIND, first);
        // Then
        assertThat(echoes.isEcho(KIND, seam - PIECE.length() * 2, AROUND)).isFalse();
        assertThat(echoes.isEcho(KIND, seam - PIECE.length() * 3, AROUND)).isTrue();
        assertThat(echoes.isEcho(KIND, seam + 1 + PIECE.length(), AROUND)).isFalse();
        assertThat(echoes.isEcho(KIND, seam + 1 + PIECE.length() * 2, AROUND)).isTrue();
    }

    @Test
    void forgetsTheTextBeforeTheNext() {
        text.load(PIECE.repeat(200));
        echoes.add(KIND, PIECE.length() * 3);
        echoes.reset();

        assertThat(echoes.isEcho(KIND, PIECE.length() * 4, AROUND)).isFalse();
    }

    @Test
    void listensToLongTextsAndSearchesThatLookABoundedWay() {
        text.load(PIECE);
        assertThat(echoes.mayBeHeard()).isFalse();
        text.load(PIECE.repeat(200));
        assertThat(echoes.mayBeHeard()).isTrue();
        assertThat(Echoes.mayTell(AROUND)).isTrue();
        assertThat(Echoes.mayTell(new Surroundings(0, 100_000))).isFalse();
    }
}
