package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

    private static final String LIVE = "q2XvLd9TzWn4BcY8sHf3JgP6uAe1oViQ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "NOT_SET",
                "-1000.0",
                "1.0E10",
                "${TOKEN}",
                "$API_KEY",
                "$(cat token)",
                "%TOKEN%",
                "{{ .Values.token }}",
                "<token>",
                "your_token_1234567890",
                "your-api-key-here",
                "AKIAQ7MKQ2XVEXAMPLE",
                "xoxb-xxxxxxxx-xxxxxxxx",
                "ghp_XXXXXXXXXXXXXXXXXXXX",
                "************",
                "0000000000",
                "sha256~XXXXXXXX_PUT_YOUR_TOKEN_HERE_XXXXXXXX",
                "process.env.TOKEN",
                "[REDACTED:named-password]",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
            })
    void knowsWhatStandsForASecret(String value) {
        assertThat(Placeholder.looksLike(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIVE,
                "-1000.5",
                "2000.0",
                LIVE + "example",
                LIVE + "xxxx",
                "example-" + LIVE,
                LIVE + "_your_token",
                LIVE + "${TOKEN}",
                LIVE + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "$1$q2XvLd9T$zWn4BcY8sHf3JgP6uAe1oV",
                "correct-7-horse"
            })
    void takesNoLiveSecretForOneThatHasFillingBesideIt(String value) {
        assertThat(Placeholder.looksLike(value)).isFalse();
    }
}
