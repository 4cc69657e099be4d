package io.weir.launcher.statement;

import io.weir.launcher.audit.TopicReader;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds statements that were made earlier. Each partition holds them all. */
final class StatementLookup {

    private final KafkaConnection connection;

    StatementLookup(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * The last form of a declassification.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    Declassification declassification(String id) {
        TopicPartition first = new TopicPartition(connection.nameOf(Topics.DECLASSIFICATIONS), 0);
        RecordCodec<Statement> codec = RecordCodec.of(Statement.class);
        Found found = new Found();
        try (TopicReader reader = TopicReader.connect(connection)) {
            reader.readAll(first, kept -> {
                if (kept.key() != null && id.equals(new String(kept.key(), StandardCharsets.UTF_8))) {
                    found.last = codec.decode(kept.value());
                }
            });
        }
        if (found.last instanceof Declassification declassification) {
            return declassification;
        }
        throw new IllegalArgumentException("no declassification has the id '" + id + "'; 'weir declassify' printed it "
                + "when it was made, and the evidence that it lowered names it");
    }

    private static final class Found {
        private @Nullable Statement last;
    }
}
