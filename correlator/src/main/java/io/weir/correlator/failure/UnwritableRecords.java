package io.weir.correlator.failure;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * The third door. A record that cannot be turned into bytes, or into too many, becomes a dead letter before Kafka's
 * producer sees it. What the producer itself cannot send has already spoilt the transaction: it is tried again if that
 * can help, and otherwise the thread ends and {@link UncaughtFailures} decides.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (deadLetters == null) {
            return Response.fail();
        }
        return Response.resume(List.of(deadLetters.letter(
                Stage.PRODUCTION, context, context.sourceRawKey(), context.sourceRawValue(), exception)));
    }
}
