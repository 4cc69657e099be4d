package io.weir.scanapi.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts notices to one URL, and to those of the channels that they are escalated to, signed, and tries again for some
 * minutes where that fails. What waits is bounded and kept in memory: when the process ends, or too much waits, notices
 * are lost and counted. Redirects are not followed, and addresses that are not of the open internet are refused unless
 * the operator permits them; what was looked at is what is connected to.
 */
public final class Webhook implements Notifier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final List<Integer> PAUSES_SECONDS = List.of(1, 5, 30, 120);
    private static final int WAITING_MAX = 1_000;
    /** What goes out because somebody asks for just this, whatever else is told. */
    private static final Set<NoticeType> ASKED_FOR = EnumSet.of(NoticeType.APPROVAL_CODE, NoticeType.INCIDENT_REFERRED);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebhookConfig config;
    private final URI url;
    private final WebhookSignature signature;
    private final InstantSource time;
    private final PinnedPost client = new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), TIMEOUT);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor work;
    private final Counter delivered;
    private final Counter lost;
    private final Counter unknown;

    private Webhook(WebhookConfig config, InstantSource time, MeterRegistry meters) {
        this.config = config;
        this.url = URI.create(config.url());
        this.signature = config.signature();
        this.time = time;
        this.delivered = count(meters, "delivered");
        this.lost = count(meters, "lost");
        this.unknown = count(meters, "no_channel");
        this.work = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "weir-webhook");
            thread.setDaemon(true);
            return thread;
        });
        work.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A webhook with these settings, which must be on. */
    public static Webhook start(WebhookConfig config, InstantSource time, MeterRegistry meters) {
        return new Webhook(config, time, meters);
    }

    private static Counter count(MeterRegistry meters, String outcome) {
        return Counter.builder("weir.webhook.notices")
                .description("Notices of this node to the webhook, by outcome.")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** A message: the same id and body however often it is tried. */
    private record Message(URI url, String id, NoticeType type, String body) {}

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void tell(Notice notice) {
        if (ASKED_FOR.contains(notice.type()) || config.events().contains(notice.type())) {
            tell(url, notice);
        }
        for (String channel : notice.escalateTo()) {
            String place = config.channels().get(channel);
            if (place == null) {
                unknown.increment();
                LOG.warn("event=webhook_channel_unknown type={}", notice.type().word());
            } else {
                tell(URI.create(place), notice);
            }
        }
    }

    private void tell(URI place, Notice notice) {
        if (waiting.incrementAndGet() > WAITING_MAX) {
            done(lost);
            return;
        }
        Message message = new Message(
                place,
                "msg_" + UUID.randomUUID(),
                notice.type(),
                config.format().body(notice));
        work.execute(() -> attempt(message, 0));
    }

    private void attempt(Message message, int tries) {
        String failure;
        try {
            int status = post(message);
            if (status / 100 == 2) {
                done(delivered);
                return;
            }
            failure = "status " + status;
        } catch (IOException e) {
            failure = e.getClass().getSimpleName();
        }
        boolean last = tries >= PAUSES_SECONDS.size();
        LOG.warn(
                "event=webhook_failed type={} tries={} cause=\"{}\"",
                message.type().word(),
                tries + 1,
                failure);
        if (last) {
            done(lost);
        } else {
            work.schedule(() -> attempt(message, tries + 1), PAUSES_SECONDS.get(tries), TimeUnit.SECONDS);
        }
    }

    private void done(Counter outcome) {
        waiting.decrementAndGet();
        outcome.increment();
    }

    private int post(Message message) throws IOException {
        long seconds = time.instant().getEpochSecond();
        Map<String, String> headers = signature.headers(message.id(), seconds, message.body());
        return client.send(
                message.url(),
                Outward.address(message.url(), config.privatePermitted()),
                headers,
                message.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
