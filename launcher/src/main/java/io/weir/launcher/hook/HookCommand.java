package io.weir.launcher.hook;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code weir hook}: one event of one host. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        header = "Scan one tool call of an agent's host, as the host's hook.",
        description = {
            "The host writes what it is about to do to standard input, and reads the answer from standard output and"
                    + " the exit code. The same command serves before and after a tool.",
            "Settings come from environment variables: WEIR_SCAN_CLIENT_URL, WEIR_SCAN_CLIENT_API_KEY,"
                    + " WEIR_HOOK_FAIL_MODE, WEIR_HOOK_REWRITING, WEIR_HOOK_GUARD_RESULTS, WEIR_HOOK_AGENT_ID."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir hook claude-code        for PreToolUse, PostToolUse and PostToolUseFailure",
            "  weir hook copilot            for preToolUse, postToolUse and postToolUseFailure",
            "  echo '{\"event\":\"before\",\"tool\":\"send\",\"input\":{\"to\":\"a\"}}' | weir hook generic"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the answer says what to do, or nothing stands against the tool", "2:the tool must not run"})
public final class HookCommand implements Callable<Integer> {

    @Parameters(paramLabel = "HOST", description = "claude-code, copilot or generic.")
    private String host = "";

    @Override
    public Integer call() {
        return HookRun.run(host, System.in, System.out, System.err);
    }
}
