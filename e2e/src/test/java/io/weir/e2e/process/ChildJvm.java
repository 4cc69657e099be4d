package io.weir.e2e.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Java process on the class path of the tests. Its standard error goes to ours, its standard output is kept. It sees
 * its standard input end when we do, so that no orphan stays behind.
 */
public final class ChildJvm implements AutoCloseable {

    private static final List<String> QUICK_START =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::readLines, "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the main method of a class. */
    public static ChildJvm start(String mainClass, String... arguments) throws IOException {
        return start(Map.of(), mainClass, arguments);
    }

    /** Starts the main method of a class with these variables in its environment. */
    public static ChildJvm start(Map<String, String> environment, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** Waits until the process has printed a line that says READY. */
    public void awaitReady(Duration waitMax) throws InterruptedException {
        await(ready, waitMax);
    }

    /** Waits until the process has ended, and returns what it printed. */
    public List<String> awaitOutput(Duration waitMax) throws InterruptedException {
        await(ended, waitMax);
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Ends the process without asking it: kill -9. Returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                accept(line);
            }
            ended.complete(null);
        } catch (IOException e) {
            ended.completeExceptionally(e);
        } finally {
            ready.completeExceptionally(new IllegalStateException("the child process ended before it was ready"));
        }
    }

    private void accept(String line) {
        synchronized (lines) {
            lines.add(line);
        }
        if (line.equals("READY")) {
            ready.complete(null);
        }
    }

    private static void await(CompletableFuture<Void> future, Duration waitMax) throws InterruptedException {
        try {
            future.get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the child process kept us waiting for " + waitMax, e);
        }
    }
}
