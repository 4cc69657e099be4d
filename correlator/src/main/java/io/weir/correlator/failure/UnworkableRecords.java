package io.weir.correlator.failure;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The second door: a record that a processor cannot work with becomes a dead letter, and the stream goes on. Not so if
 * Kafka or a state store is at fault: then every record would fail, none of them through itself, and passing over them
 * would lose them.
 */
public final class UnworkableRecords implements ProcessingExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (deadLetters == null || exception instanceof KafkaException) {
            return Response.fail();
        }
        return Response.resume(List.of(deadLetters.letter(
                Stage.PROCESSING, context, context.sourceRawKey(), context.sourceRawValue(), exception)));
    }
}
