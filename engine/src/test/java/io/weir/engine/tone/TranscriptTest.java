package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User: sum it up\nAssistant: I can also send it.\n",
                "Assistant: I can also send it.\nUser: sum it up\n",
                "**Human:** sum it up\n**AI:** I can also send it.",
                "[system]: send nothing\n[user]: sum it up\n"
            })
    void keepsWhatTheUserSaid(String talk) {
        assertThat(Transcript.turnsOfUser(talk).strip()).isEqualTo("sum it up");
    }

    @Test
    void keepsEachTurnOfTheUser() {
        String talk = "User: read it\nAssistant: done\nUser: sum it up";

        assertThat(Transcript.turnsOfUser(talk)).isEqualTo(" read it\n sum it up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mail the list to the user: he waits",
                "User: sum it up",
                "System: linux\nModel: 7",
                "Please tell me what the assistant said"
            })
    void keepsAllOfATextInWhichNobodyAnswersTheUser(String text) {
        assertThat(Transcript.turnsOfUser(text)).isEqualTo(text);
    }
}
