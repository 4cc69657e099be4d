package io.weir.edge.mcp.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {

    @Test
    void splitsAsAShellDoes() {
        assertThat(CommandWords.of("npx -y  server /data")).containsExactly("npx", "-y", "server", "/data");
        assertThat(CommandWords.of("a 'b c' \"d \\\"e\\\" \\n\" f\\ g ''"))
                .containsExactly("a", "b c", "d \"e\" \\n", "f g", "");
        assertThat(CommandWords.of("a'b'\"c\"")).containsExactly("abc");
    }

    @Test
    void expandsNothingAndStartsNoShell() {
        assertThat(CommandWords.of("a $HOME | b > c; `d`")).containsExactly("a", "$HOME", "|", "b", ">", "c;", "`d`");
    }

    @Test
    void refusesWhatIsEmptyOrNotClosed() {
        for (String line : List.of("", "   ", "a 'b", "a \"b", "a \\")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CommandWords.of(line));
        }
    }
}
