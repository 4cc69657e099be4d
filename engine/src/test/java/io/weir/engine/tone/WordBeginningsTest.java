package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordBeginningsTest {

    private final WordBeginnings beginnings =
            new WordBeginnings(List.of("send", "envoyer", "\u0448\u043b\u0438", "de"));

    @Test
    void mayBeEachWordInWhateverCase() {
        assertThat(mayBe("send")).isTrue();
        assertThat(mayBe("Send")).isTrue();
        assertThat(mayBe("ENVOYER")).isTrue();
    }

    @Test
    void mayBeAnotherWordThatBeginsTheSame() {
        assertThat(mayBe("sender")).isTrue();
    }

    @Test
    void isNoneOfThemWhereItBeginsOtherwise() {
        assertThat(mayBe("lend")).isFalse();
        assertThat(mayBe("Serve")).isFalse();
    }

    @Test
    void tellsNothingOfWordsThatAreShortOrOfOtherLetters() {
        assertThat(mayBe("xx")).isTrue();
        assertThat(mayBe("\u0448\u043b\u0438\u0442\u0435")).isTrue();
        assertThat(mayBe("\u212aelvin")).isTrue();
        assertThat(mayBe("x-ray")).isTrue();
    }

    private boolean mayBe(String word) {
        String text = "so " + word + " it";
        return beginnings.mayBe(text, 3, 3 + word.length());
    }
}
