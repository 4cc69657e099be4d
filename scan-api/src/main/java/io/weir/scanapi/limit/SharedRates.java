package io.weir.scanapi.limit;

import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.schemas.access.ScansSpent;
import io.weir.schemas.access.ScansSpent.Spent;
import io.weir.schemas.topic.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells the other nodes each second what credentials spend of their rates here, and hears what they spend there. What
 * could not be told is told the next time. Safe to share between threads.
 */
final class SharedRates implements AutoCloseable {

    private static final long PAUSE_MILLIS = 1_000;
    private static final int SPENT_MAX = 500;

    private final String node;
    private final InstantSource time;
    private final Map<Allowance, Integer> untold = new HashMap<>();
    private final ScheduledExecutorService teller;
    private final SharedLog<ScansSpent> log;

    /** Gets what a credential has spent on another node at a time, epoch milliseconds. */
    interface Listener {
        void spent(Spent spent, long timeMillis);
    }

    private SharedRates(SharedLogs logs, String node, InstantSource time, Listener listener) {
        this.node = node;
        this.time = time;
        this.teller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-rates");
            thread.setDaemon(true);
            return thread;
        });
        this.log = logs.open(Topics.SCANS_SPENT, ScansSpent.class, ScansSpent::node, told -> hear(told, listener));
    }

    /**
     * Reads what was spent in the last hour, and tells from now on.
     *
     * @param node UUID of this process
     */
    static SharedRates open(SharedLogs logs, String node, InstantSource time, Listener listener) {
        SharedRates rates = new SharedRates(logs, node, time, listener);
        rates.teller.scheduleWithFixedDelay(rates::tell, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return rates;
    }

    /** A credential has spent one here. */
    synchronized void spend(Allowance allowance) {
        untold.merge(allowance, 1, Integer::sum);
    }

    private synchronized void spend(Allowance allowance, int count) {
        untold.merge(allowance, count, Integer::sum);
    }

    Health health() {
        return log.health();
    }

    /** Tells the rest, and stops listening. */
    @Override
    public void close() {
        teller.shutdownNow();
        tell();
        log.close();
    }

    private void tell() {
        Map<Allowance, Integer> batch = new HashMap<>();
        for (Map.Entry<Allowance, Integer> spent : drained().entrySet()) {
            batch.put(spent.getKey(), spent.getValue());
            if (batch.size() == SPENT_MAX) {
                tell(batch);
                batch = new HashMap<>();
            }
        }
        if (!batch.isEmpty()) {
            tell(batch);
        }
    }

    private void tell(Map<Allowance, Integer> batch) {
        List<Spent> spent = new ArrayList<>();
        batch.forEach((allowance, count) ->
                spent.add(new Spent(allowance.tenant(), allowance.credential(), allowance.scansPerMinute(), count)));
        log.append(new ScansSpent(node, time.millis(), spent)).whenComplete((done, failure) -> {
            if (failure != null) {
                batch.forEach(this::spend);
            }
        });
    }

    private synchronized Map<Allowance, Integer> drained() {
        Map<Allowance, Integer> drained = new HashMap<>(untold);
        untold.clear();
        return drained;
    }

    /** Clocks differ: nothing was spent later than now. */
    private void hear(ScansSpent told, Listener listener) {
        if (!told.node().equals(node)) {
            long when = Math.min(told.timeMillis(), time.millis());
            told.spent().forEach(spent -> listener.spent(spent, when));
        }
    }
}
