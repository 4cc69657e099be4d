package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTokensTest {

    private static final String LONG = "many words of plain text stand here ".repeat(8);

    @Test
    void takesAnyLongWordOfAShortText() {
        assertThat(words("The password is: sesameopen.")).containsExactly("password", "sesameopen");
    }

    @Test
    void takesOnlyMixedWordsOfALongText() {
        assertThat(words(LONG + "the code is s3same-open, please")).containsExactly("s3same-open");
    }

    @Test
    void takesABoundedNumber() {
        assertThat(words("abc123x ".repeat(1_000))).hasSize(64);
    }

    private static List<String> words(String text) {
        return SecretTokens.in(text).stream()
                .map(token -> text.substring(token.start(), token.end()))
                .toList();
    }
}
