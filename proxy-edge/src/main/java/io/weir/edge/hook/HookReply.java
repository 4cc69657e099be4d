package io.weir.edge.hook;

/**
 * What a hook's process leaves behind.
 *
 * @param out its standard output
 * @param err its standard error
 * @param exitCode its exit code
 */
public record HookReply(String out, String err, int exitCode) {

    /** Exit code that makes hosts keep a tool from running. */
    public static final int BLOCKED = 2;

    /** Nothing is said: the host does as it would without a hook. */
    static final HookReply SILENT = new HookReply("", "", 0);

    static HookReply said(String out) {
        return new HookReply(out + "\n", "", 0);
    }
}
