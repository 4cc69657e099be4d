package io.weir.launcher.eval.measure;

import picocli.CommandLine.Option;

/** The option of every evaluation that says whether a scan is told what the user asked for. */
public final class ContextOption {

    @Option(
            names = "--context",
            paramLabel = "WHAT",
            defaultValue = "user_prompt",
            description = "What the scan gets as the user's request: ${COMPLETION-CANDIDATES}; "
                    + "default: ${DEFAULT-VALUE}")
    private Context context = Context.user_prompt;

    /** What is given as the user's request; the names are the words of the command line. */
    enum Context {
        /** What the user asked for. */
        user_prompt,
        /** Nothing. */
        none
    }

    /** Whether the scan is told. */
    public boolean withRequest() {
        return context == Context.user_prompt;
    }
}
