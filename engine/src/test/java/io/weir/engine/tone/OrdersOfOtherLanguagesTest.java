package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.InstructionTone;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** In the texts, the address in question is written <code>[[address]]</code>. */
class OrdersOfOtherLanguagesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/tone/orders.csv", delimiter = '|')
    void readsOrdersApartFromData(String tone, String text) {
        assertThat(toneOf(text)).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/tone/orders.csv", delimiter = '|')
    void readsThemAmongOtherSentencesToo(String tone, String text) {
        assertThat(toneOf("Our office is open from nine.\n\n" + text + "\n\nWe wish you a good day."))
                .isEqualTo(tone);
    }

    @Test
    void takesTimeInProportionToTheText() {
        String text = "\u8bf7\u628a\u540d\u5355\u53d1\u9001\u5230 a@b.example \uff0c\u306b\u9001\u4fe1 ".repeat(5_000);

        assertThat(new ToneReader(text).toneOf(text.length() - 20, text.length() - 10))
                .isNull();
    }

    private static String toneOf(String marked) {
        int start = marked.indexOf("[[");
        int end = marked.indexOf("]]") - 2;
        InstructionTone tone = new ToneReader(marked.replace("[[", "").replace("]]", "")).toneOf(start, end);
        return Objects.toString(tone, "NONE");
    }
}
