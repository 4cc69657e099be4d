package io.weir.correlator.topology;

import io.weir.engine.link.FleetLayout;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.function.Function;

/**
 * What the topology depends on.
 *
 * @param names full name of a topic
 * @param graceMillis how far behind the newest event an event may be without counting as late
 * @param duplicateMillis how long event ids are remembered, to drop copies
 * @param sessionMillis how long a session is remembered after its last event
 * @param indexBytesMax bytes of session state that each task keeps derived indexes for
 * @param fleetLayout how the reads of a tenant are spread over buckets
 * @param fleetIndexBytesMax bytes of the fleet's state that each task keeps derived indexes for
 * @param commitTime time until what has just happened becomes visible, at most
 */
public record TopologySettings(
        Function<Topic, String> names,
        long graceMillis,
        long duplicateMillis,
        long sessionMillis,
        long indexBytesMax,
        FleetLayout fleetLayout,
        long fleetIndexBytesMax,
        Duration commitTime) {

    String nameOf(Topic topic) {
        return names.apply(topic);
    }
}
