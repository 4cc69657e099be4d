package io.weir.launcher.hook;

import io.weir.edge.hook.HookReply;
import java.util.Set;

/** The entry point of {@code weir hook HOST}: without the rest of the command line, because a host waits for it. */
public final class HookMain {

    private static final Set<String> HOSTS = Set.of("claude-code", "copilot", "generic");

    private HookMain() {}

    /** Answers one event, and ends the process. */
    public static void main(String[] args) {
        if (args.length != 1 || !HOSTS.contains(args[0])) {
            System.err.println("weir hook: name the host: claude-code, copilot or generic");
            System.exit(HookReply.BLOCKED);
        }
        int exitCode = HookReply.BLOCKED;
        try {
            exitCode = HookRun.run(args[0], System.in, System.out, System.err);
        } finally {
            // Also after an error of the JVM itself: any other exit code would let the tool run.
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
