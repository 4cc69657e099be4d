package io.weir.launcher.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in the way when Kafka wants to end the process. Kafka does so for every fatal fault of the broker, by default
 * without a word, and with it goes everything else in the process. Here the fault is logged and told to who listens;
 * the thread that met it ends.
 */
final class FatalFaults {

    private static final Logger log = LoggerFactory.getLogger(FatalFaults.class);
    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    private FatalFaults() {}

    /** Ends the thread that met a fatal fault, because Kafka's code does not expect to go on. */
    static final class ThreadEnded extends Error {

        private static final long serialVersionUID = 1L;

        ThreadEnded(String message) {
            super(message);
        }
    }

    /** Tells this listener of faults from now on. */
    static void listen(Consumer<String> listener) {
        Exit.setExitProcedure(FatalFaults::handle);
        Exit.setHaltProcedure(FatalFaults::handle);
        LISTENERS.add(listener);
    }

    /** Tells this listener no more. */
    static void forget(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }

    private static void handle(int status, @Nullable String message) {
        String fault = "Kafka's broker met a fatal fault in thread "
                + Thread.currentThread().getName() + " (status " + status + (message == null ? "" : ", " + message)
                + ")";
        log.error("event=broker_fault {}. The lines before this one say why.", fault);
        LISTENERS.forEach(listener -> listener.accept(fault));
        throw new ThreadEnded(fault);
    }
}
