package io.weir.edge.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.json.Json;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWindowTest {

    private static final int BYTES_MAX = 100;
    private static final int OVERLAP = 5;

    private static TextWindow filled(String text) {
        TextWindow window = new TextWindow(BYTES_MAX, OVERLAP);
        window.append(CharBuffer.wrap(text.toCharArray()));
        return window;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\"quoted\" \\ back", "tab\tline\nnull\u0000", "\u00e4\u20ac", "\ud83d\ude00"})
    void neverCountsLessThanTheJsonTakes(String text) {
        int quotes = 2;

        assertThat(filled(text).bytes()).isGreaterThanOrEqualTo(Json.bytes(text).length - quotes);
    }

    @Test
    void countsOrdinaryTextExactly() {
        String text = "plain \u00e4 \u20ac";

        assertThat(filled(text).bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void repeatsItsEndInTheNextPart() {
        TextWindow window = filled("0123456789");
        window.advance();

        assertThat(window.text()).isEqualTo("56789");
        assertThat(window.bytes()).isEqualTo(5);
        assertThat(window.hasNews()).isFalse();
        window.append(CharBuffer.wrap(new char[] {'x'}));
        assertThat(window.hasNews()).isTrue();
    }

    @Test
    void doesNotBeginAPartInsideAPair() {
        TextWindow window = filled("01234\ud83d\ude006789");
        window.advance();

        assertThat(window.text()).isEqualTo("6789");
    }

    @Test
    void countsTheSameHoweverTheTextComes() {
        Property.forAll(Texts.unicode(), text -> {
            TextWindow whole = new TextWindow(1 << 16, OVERLAP);
            whole.append(CharBuffer.wrap(text.toCharArray()));
            TextWindow pieces = new TextWindow((text.length() + 2) * TextWindow.UNIT_BYTES_MAX, OVERLAP);
            CharBuffer units = CharBuffer.wrap(text.toCharArray());
            while (units.hasRemaining()) {
                CharBuffer piece = CharBuffer.wrap(new char[] {units.get()});
                pieces.append(piece);
                pieces.bytes();
            }

            assertThat(whole.text()).isEqualTo(text);
            assertThat(pieces.bytes()).isEqualTo(whole.bytes());
        });
    }

    @Test
    void takesAsMuchAsFits() {
        TextWindow window = new TextWindow(BYTES_MAX, OVERLAP);
        CharBuffer units = CharBuffer.wrap("a".repeat(1_000).toCharArray());

        window.append(units);

        assertThat(window.isFull()).isTrue();
        assertThat(window.bytes()).isEqualTo(BYTES_MAX - 2 * TextWindow.UNIT_BYTES_MAX + 1);
        assertThat(units.remaining()).isEqualTo(1_000 - window.bytes());
    }

    @Test
    void neverCutsAPairAndNeverOutgrowsItsLimit() {
        Property.forAll(Texts.unicode(), text -> {
            TextWindow window = new TextWindow(BYTES_MAX, OVERLAP);
            CharBuffer units = CharBuffer.wrap(text.toCharArray());
            while (units.hasRemaining()) {
                window.append(units);
                if (window.isFull()) {
                    assertThat(window.bytes()).isLessThanOrEqualTo(BYTES_MAX);
                    assertThat(Character.isHighSurrogate(
                                    window.text().charAt(window.text().length() - 1)))
                            .isFalse();
                    window.advance();
                }
            }
            assertThat(window.bytes()).isLessThanOrEqualTo(BYTES_MAX);
        });
    }
}
