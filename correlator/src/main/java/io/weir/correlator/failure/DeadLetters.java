package io.weir.correlator.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the record as it came in, with the cause in its headers. Neither message nor stack trace of an
 * exception goes along, because both may quote the record. A value of more than {@value #VALUE_BYTES_MAX} bytes is left
 * out, for the letter must fit where the record hardly did.
 *
 * <p>Safe to share between threads.
 */
public final class DeadLetters {

    /** Size of the largest value that is kept. */
    public static final int VALUE_BYTES_MAX = 512 << 10;

    /** What the names of the cause headers begin with. */
    public static final String HEADER_PREFIX = "weir.error.";

    /** Setting of Kafka Streams under which the handlers find this object. */
    public static final String SETTING = "weir.dead.letters";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String UNKNOWN = "-";

    private final String topic;
    private final MeterRegistry meters;
    private final AtomicLong written = new AtomicLong();

    /**
     * Dead letters for this topic.
     *
     * @param topic full name
     */
    public DeadLetters(String topic, MeterRegistry meters) {
        this.topic = topic;
        this.meters = meters;
        for (Stage stage : Stage.values()) {
            counter(stage);
        }
    }

    /** The dead letters that these settings hold. */
    static DeadLetters from(Map<String, ?> settings) {
        return (DeadLetters) Objects.requireNonNull(settings.get(SETTING), SETTING);
    }

    /** The dead letter of a record that failed. */
    ProducerRecord<byte[], byte[]> letter(
            Stage stage, ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception cause) {
        counter(stage).increment();
        String exception = rootOf(cause).getClass().getName();
        warn(stage, context, exception);
        boolean kept = value == null || value.length <= VALUE_BYTES_MAX;
        Headers headers = CloudEventHeaders.of(envelope(context), "application/octet-stream");
        add(headers, "stage", stage.label());
        add(headers, "topic", context.topic());
        add(headers, "partition", String.valueOf(context.partition()));
        add(headers, "offset", String.valueOf(context.offset()));
        add(headers, "processor", context.processorNodeId());
        add(headers, "exception", exception);
        add(headers, "value_bytes", String.valueOf(value == null ? 0 : value.length));
        add(headers, "value_kept", String.valueOf(kept));
        return new ProducerRecord<>(topic, null, null, key, kept ? value : null, headers);
    }

    /** Lines get rarer as letters get more, so that a flood of bad records is no flood of lines. */
    private void warn(Stage stage, ErrorHandlerContext context, String exception) {
        long number = written.incrementAndGet();
        if (Long.bitCount(number) == 1) {
            log.warn(
                    "event=dead_letter number={} stage={} topic={} partition={} offset={} exception={}",
                    number,
                    stage.label(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    exception);
        }
    }

    private static Envelope envelope(ErrorHandlerContext context) {
        String place = context.topic() + "/" + context.partition() + "/" + context.offset();
        return new Envelope(
                place,
                "io.weir.deadletter.written.v1",
                Envelope.CORRELATOR,
                Math.max(0, context.timestamp()),
                place,
                trusted(context.headers(), CloudEventHeaders.TENANT, TENANT),
                trusted(context.headers(), CloudEventHeaders.TRACEPARENT, TRACEPARENT));
    }

    /** The text of a header, if it looks as it should. */
    private static String trusted(@Nullable Headers headers, String name, Pattern shape) {
        Header header = headers == null ? null : headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return UNKNOWN;
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        return shape.matcher(text).matches() ? text : UNKNOWN;
    }

    private static Throwable rootOf(Throwable exception) {
        Throwable root = exception;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        String text = value == null ? UNKNOWN : value;
        headers.add(HEADER_PREFIX + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Counter counter(Stage stage) {
        return Counter.builder("weir.dead.letters")
                .description("Records that could not be used, by stage")
                .tag("stage", stage.label())
                .register(meters);
    }
}
