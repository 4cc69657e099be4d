package io.weir.messaging.kafka;

import io.weir.messaging.DecisionHistory;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Reads {@link Topics#DECISIONS}. Safe to share between threads. */
public final class KafkaDecisionHistory implements DecisionHistory {

    private final TopicHistory<DecisionMade> decisions;

    /** The history of this cluster. */
    public KafkaDecisionHistory(KafkaConnection connection) {
        this.decisions = new TopicHistory<>(connection, Topics.DECISIONS, DecisionMade.class, "weir-decision-history");
    }

    @Override
    public void read(@Nullable String tenant, long fromMillis, long toMillis, Reader reader) {
        String keyStart = tenant == null ? "" : tenant + "|";
        decisions.read(fromMillis, key -> key.startsWith(keyStart), (made, place) -> {
            boolean within = made.timeMillis() >= fromMillis && made.timeMillis() < toMillis;
            return !within || reader.take(made, place);
        });
    }
}
