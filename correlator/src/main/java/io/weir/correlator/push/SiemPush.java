package io.weir.correlator.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.siem.SiemFormat;
import io.weir.messaging.kafka.ConsumerThread;
import io.weir.messaging.kafka.GroupConsumer;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.health.Health;
import io.weir.platform.json.Json;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes the OCSF topics to a collector, at least once and in the order of each partition, on a thread of its own. All
 * processes that push are one group, which shares the partitions. An offset is committed when the collector has what
 * stands before it; while it takes nothing, nothing is passed over, and the topics keep what waits for as long as they
 * keep anything. What the collector calls unusable is counted and passed over, alone.
 */
public final class SiemPush implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiemPush.class);
    private static final String GROUP = "siem-push";
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(500);

    /** So many refusals in a row are believed of a collector that has taken something before. */
    private static final int REFUSED_IN_ROW_MAX = 10;

    private final Consumer<String, byte[]> consumer;
    private final SiemFormat format;
    private final Selection selection;
    private final Collector collector;
    private final Pause pause = new Pause();
    private final Counter pushed;
    private final Counter refused;
    private final Counter unreadable;
    private final ConsumerThread thread;
    private boolean takenBefore;
    private int refusedInRow;

    private SiemPush(Consumer<String, byte[]> consumer, SiemConfig config, MeterRegistry meters) {
        this.consumer = consumer;
        this.format = config.format();
        this.selection = new Selection(config.decisions(), config.severityMin());
        this.collector = new Collector(config);
        this.pushed = counter(meters, "weir.siem.pushed", "Events that the collector has taken.");
        this.refused = counter(meters, "weir.siem.refused", "Events that the collector could not use.");
        this.unreadable = counter(meters, "weir.siem.unreadable", "Records of the OCSF topics that could not be read.");
        this.thread = new ConsumerThread(consumer, "weir-siem-push", this::read);
    }

    /** Starts pushing, from where the group has got to; the first time from the beginning. */
    public static SiemPush start(SiemConfig config, KafkaConnection connection, MeterRegistry meters) {
        var consumer = GroupConsumer.of(connection, GROUP, Batch.EVENTS_MAX);
        consumer.subscribe(List.of(
                connection.nameOf(Topics.OCSF_API_ACTIVITY), connection.nameOf(Topics.OCSF_DATA_SECURITY_FINDING)));
        SiemPush push = new SiemPush(consumer, config, meters);
        push.thread.start();
        return push;
    }

    /** Degraded while the collector takes nothing. */
    public Health health() {
        if (!thread.isReading()) {
            return Health.degraded("events for the SIEM are not read; check Kafka and the log");
        }
        return pause.isOn()
                ? Health.degraded("the collector of siem.url takes no events; check its address, key and log")
                : Health.UP;
    }

    @Override
    public void close() {
        thread.close();
    }

    private void read() {
        // Polled during a pause as well, so that the partitions stay here.
        if (pause.isOver()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        GroupConsumer.orGoBack(consumer, () -> {
            if (!pushAll(consumer.poll(POLL_TIME_MAX))) {
                pause.begin();
                GroupConsumer.goBack(consumer);
            }
        });
    }

    private boolean pushAll(ConsumerRecords<String, byte[]> records) {
        Batch batch = new Batch();
        for (ConsumerRecord<String, byte[]> record : records) {
            byte[] event = written(record);
            if (!batch.hasRoom(event)) {
                if (!push(batch)) {
                    return false;
                }
                batch = new Batch();
            }
            batch.add(record, event);
        }
        return push(batch);
    }

    private boolean push(Batch batch) {
        Delivery delivery = new Delivery(collector, format.framing());
        boolean answered = delivery.deliver(batch.events());
        pushed.increment(delivery.taken());
        if (!answered || !isBelieved(delivery)) {
            return false;
        }
        refused.increment(delivery.refused());
        consumer.commitSync(batch.ends());
        if (delivery.taken() > 0) {
            pause.end();
        }
        return true;
    }

    /** A collector that refuses all may do so because of how it is set up; then nothing is passed over. */
    private boolean isBelieved(Delivery delivery) {
        boolean taken = delivery.taken() > 0;
        takenBefore |= taken;
        refusedInRow = taken ? 0 : refusedInRow + delivery.refused();
        return taken || delivery.refused() == 0 || (takenBefore && refusedInRow <= REFUSED_IN_ROW_MAX);
    }

    /** What is pushed of a record, or null. */
    private byte @Nullable [] written(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            JsonNode event = Json.mapper().readTree(record.value());
            return selection.takes(event) ? format.write(event) : null;
        } catch (IOException e) {
            unreadable.increment();
            LOG.warn(
                    "event=siem_record_unreadable topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset());
            return null;
        }
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
