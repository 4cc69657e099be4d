package io.weir.launcher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The entry point of the command line. */
public final class WeirMain {

    private static final int STOP_SECONDS_MAX = 30;

    private WeirMain() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        StopRequest stop = new StopRequest();
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endCleanly(stop, exitCode), "weir-stop"));
        exitCode.complete(WeirCommand.commandLine(stop, args).execute(args));
        System.exit(exitCode.join());
    }

    /**
     * After a signal, lets a command that stays stop its parts and gives the shell its exit code. Other commands are
     * cut off, and the JVM then returns 130 for Ctrl-C.
     */
    private static void endCleanly(StopRequest stop, CompletableFuture<Integer> exitCode) {
        if (exitCode.isDone() || !stop.isAwaited()) {
            return;
        }
        stop.request();
        try {
            Runtime.getRuntime().halt(exitCode.get(STOP_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("weir: not all parts stopped within " + STOP_SECONDS_MAX + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
