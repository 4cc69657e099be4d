package io.weir.scanapi.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeMessageTest {

    @Test
    void whatAnAgentChoseCannotPassForWordsOfOursOrMoveTheCursor() {
        String line = message("bot\u001b[2J\" in \"x\" call \"nothing\u202e").line();

        assertThat(line)
                .isEqualTo("code 123456 lets agent \"bot\\u{1b}[2J\\u{22} in \\u{22}x\\u{22} call"
                        + " \\u{22}nothing\\u{202e}\" in \"production\" call \"send_money\" (WRITE) for"
                        + " \"b***@far.test\", good until 10:05:00 UTC; held for POLICY_RULE; approval 7c9e6679");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(message("a".repeat(500)).line()).contains("\"" + "a".repeat(80) + "...\"");
    }

    @Test
    void doesNotPrintTheCodeByMistake() {
        assertThat(message("bot")).hasToString("CodeMessage[7c9e6679]");
    }

    private static CodeMessage message(String agentId) {
        ToolCall call = new ToolCall(
                "POST",
                "send_money",
                "tools/call",
                Verb.WRITE,
                List.of(new Destination(
                        DestinationKind.EMAIL, "b***@far.test", "0123456789abcdef", Audience.EXTERNAL, "/body/to")),
                10);
        return new CodeMessage(
                "123456",
                "7c9e6679",
                "acme",
                "production",
                agentId,
                call,
                List.of(ReasonCode.POLICY_RULE),
                1_795_255_500_000L);
    }
}
