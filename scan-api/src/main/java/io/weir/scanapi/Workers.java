package io.weir.scanapi;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of the API that answer no requests. */
final class Workers {

    private static final int CODES_WAITING_MAX = 1_000;

    private Workers() {}

    /** What waits for a log must not do so on the thread that reads another. */
    static ExecutorService cases() {
        return Executors.newSingleThreadExecutor(task -> daemon(task, "weir-cases"));
    }

    /** People's way to codes may be slow; no call waits for it. What does not fit any more is not sent. */
    static ExecutorService codes() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(CODES_WAITING_MAX),
                task -> daemon(task, "weir-codes"));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
