package io.weir.correlator.health;

import io.weir.platform.health.Health;
import java.util.OptionalLong;

/**
 * Judges what was seen of a correlator.
 *
 * @param instances how many instances share the work
 * @param lagRecordsMax how many records may wait before the correlator counts as degraded
 */
public record ReadinessRule(int instances, long lagRecordsMax) {

    /**
     * What was seen of a correlator.
     *
     * @param state name of the state of Kafka Streams
     * @param running whether all tasks that it knows of are restored and at work
     * @param owned number of tasks that it owns
     * @param partitions number of partitions of the topic of calls; 0 if not known
     * @param lagRecords records that wait, if known
     */
    record Sight(String state, boolean running, int owned, int partitions, OptionalLong lagRecords) {}

    /** Up, degraded or down, and why. */
    Health judge(Sight sight) {
        if (!sight.running) {
            return Health.down(
                    "the stream is " + sight.state + "; tasks are being assigned or restored, or have failed");
        }
        if (sight.lagRecords.isEmpty()) {
            return Health.down("lag is not known: Kafka does not answer");
        }
        int needed = instances == 1 ? sight.partitions : 1;
        if (sight.owned < needed) {
            return Health.down("owns " + sight.owned + " of " + sight.partitions + " partitions");
        }
        long waiting = sight.lagRecords.getAsLong();
        return waiting > lagRecordsMax ? Health.degraded(waiting + " records wait to be processed") : Health.UP;
    }
}
