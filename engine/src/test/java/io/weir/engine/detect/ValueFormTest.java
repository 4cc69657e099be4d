package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.ValueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormTest {

    @ParameterizedTest
    @CsvSource({
        "CARD, 4539 1488-0343 6467, 4539148803436467",
        "CARD, \uff14\uff15\uff13\uff19, 4539",
        "PHONE, +44 (20) 7946-0958, 442079460958",
        "NATIONAL_ID, 536-22-8417, 536228417",
        "NATIONAL_ID, c 0186-2347, C01862347",
        "IBAN, de89 3704 0044, DE8937040044",
        "EMAIL, Mara.Voss@Weir.Test, mara.voss@weir.test",
        "SECRET, 'aB c', 'aB c'",
        "HOST, API.Weir.Test, api.weir.test",
        "URL, https://Weir.Test/A/b/?q=1#f, weir.test/A/b",
        "DATE, 1987/03/14, 1987-03-14",
        "NUMBER, '1,200.50', 1200.50"
    })
    void writesTheSameValueInOneForm(ValueKind kind, String text, String form) {
        assertThat(ValueForm.normalize(kind, text)).isEqualTo(form);
    }

    @Test
    void writesPhrasesInLowerCaseWithSingleBlanks() {
        assertThat(ValueForm.normalize(null, " Internal\n USE only")).isEqualTo("internal use only");
    }
}
