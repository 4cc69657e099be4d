package io.weir.messaging.topic;

import io.weir.schemas.topic.Topic;

/**
 * A topic as it is on the cluster.
 *
 * @param topic its declaration
 * @param name full name
 * @param partitions how many there are
 * @param created whether we have just created it
 */
public record TopicState(Topic topic, String name, int partitions, boolean created) {}
