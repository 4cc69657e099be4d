package io.weir.scanapi.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.platform.json.Json;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.api.IncidentAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.Ticket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens tickets by a post to one URL, signed as notices are, and reads from the answer where the ticket is. Each
 * incident has one id for such posts, so that a receiver which knows it already can answer with the same ticket. Posts
 * once and waits.
 */
public final class TicketHook implements TicketSystem {

    private static final Logger LOG = LoggerFactory.getLogger(TicketHook.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}#_./ -]{1,100}");
    private static final Pattern URL = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>\\\\^`{|}]]{1,1000}");

    private final TicketConfig config;
    private final WebhookSignature signature;
    private final InstantSource time;
    private final PinnedPost client = new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), TIMEOUT);
    private final Counter opened;
    private final Counter failed;

    /** A hook with these settings, which must be on. */
    public TicketHook(TicketConfig config, InstantSource time, MeterRegistry meters) {
        this.config = config;
        this.signature = new WebhookSignature(config.secret().reveal());
        this.time = time;
        this.opened = count(meters, "opened");
        this.failed = count(meters, "failed");
    }

    private static Counter count(MeterRegistry meters, String outcome) {
        return Counter.builder("weir.tickets")
                .description("Tickets that this node has asked for, by outcome.")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Ticket open(IncidentAnswer incident, String tenant) {
        try {
            Ticket ticket = ticket(post(incident, tenant));
            opened.increment();
            return ticket;
        } catch (IOException e) {
            failed.increment();
            LOG.warn("event=ticket_failed cause={}", e.getClass().getSimpleName());
            throw Refusal.of(
                    ErrorCode.TICKET_REFUSED, "The ticket system gave no ticket; nothing was written down: " + why(e));
        }
    }

    private static String why(IOException e) {
        return e instanceof NoTicket none ? none.why : "it cannot be reached, or did not answer in time.";
    }

    private String post(IncidentAnswer incident, String tenant) throws IOException {
        URI url = URI.create(config.url());
        String id = "msg_ticket_" + incident.incidentId();
        String body = Json.text(Notice.of(NoticeType.INCIDENT_TICKET, time.millis(), tenant, incident));
        Map<String, String> headers = signature.headers(id, time.instant().getEpochSecond(), body);
        PinnedPost.Reply reply = client.ask(
                url, Outward.address(url, config.privatePermitted()), headers, body.getBytes(StandardCharsets.UTF_8));
        if (reply.status() / 100 != 2) {
            throw new NoTicket("it answered with status " + reply.status() + ".");
        }
        return reply.body();
    }

    private static Ticket ticket(String body) throws IOException {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new NoTicket("its answer is not JSON.");
        }
        String id = answer.path("id").asText("");
        if (!ID.matcher(id).matches()) {
            throw new NoTicket("its answer has no 'id' of 1 to 100 letters, digits, blanks or signs of # _ . / -");
        }
        return new Ticket(id, url(answer.path("url")));
    }

    private static @Nullable String url(JsonNode url) throws NoTicket {
        if (!url.isTextual()) {
            return null;
        }
        if (!URL.matcher(url.asText()).matches()) {
            throw new NoTicket("the 'url' in its answer is no https or http URL.");
        }
        return url.asText();
    }

    /** The system answered, and not with a ticket. */
    private static final class NoTicket extends IOException {
        private static final long serialVersionUID = 1L;

        private final String why;

        NoTicket(String why) {
            super(why);
            this.why = why;
        }
    }
}
