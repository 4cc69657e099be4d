package io.weir.edge.mcp.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that runs as a child process. Its standard error is ours. */
final class ChildServer implements AutoCloseable {

    private static final int TERM_MILLIS = 2_000;

    private final Process process;

    private ChildServer(Process process) {
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @throws IOException if the command cannot be run
     */
    static ChildServer start(List<String> command) throws IOException {
        return new ChildServer(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    OutputStream in() {
        return process.getOutputStream();
    }

    InputStream out() {
        return process.getInputStream();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    boolean hasEnded(long waitMillis) throws InterruptedException {
        return process.waitFor(waitMillis, TimeUnit.MILLISECONDS);
    }

    /** Ends the server and what it has started: politely, and after two seconds by force. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(TERM_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
