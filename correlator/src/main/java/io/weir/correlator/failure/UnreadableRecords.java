package io.weir.correlator.failure;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** The first door: a record whose bytes cannot be read becomes a dead letter, and the stream goes on. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (deadLetters == null) {
            return Response.fail();
        }
        return Response.resume(
                List.of(deadLetters.letter(Stage.DESERIALIZATION, context, record.key(), record.value(), exception)));
    }
}
