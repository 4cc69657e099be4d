package io.weir.correlator.push;

import io.weir.correlator.siem.SiemFormat;
import io.weir.platform.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP endpoint of a SIEM. Redirects are not followed, since headers hold keys. For one thread. */
final class Collector {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Duration CONNECT_TIME_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(20);
    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;

    /** Bad request, too large, unsupported, unprocessable: the body is at fault. */
    private static final Set<Integer> AT_FAULT = Set.of(400, 413, 415, 422);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIME_MAX)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final SiemConfig config;

    Collector(SiemConfig config) {
        this.config = config;
    }

    /** Posts a body, and waits at most 20 seconds for what becomes of it. */
    Receipt post(byte[] body) {
        try {
            HttpResponse<byte[]> answer = client.send(request(body), BodyHandlers.ofByteArray());
            Receipt receipt = receipt(answer);
            if (receipt != Receipt.TAKEN) {
                LOG.warn("event=siem_push_failed status={} bytes={}", answer.statusCode(), body.length);
            }
            return receipt;
        } catch (IOException e) {
            LOG.warn("event=siem_push_failed cause={}", e.getClass().getName());
            return Receipt.LATER;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(config.url()))
                .timeout(ANSWER_TIME_MAX)
                .header("Content-Type", config.format().contentType())
                .POST(BodyPublishers.ofByteArray(body));
        for (Secret header : config.headers()) {
            String[] sides = header.reveal().split(":", 2);
            request.header(sides[0], sides[1].strip());
        }
        return request.build();
    }

    private Receipt receipt(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (OK_MIN <= status && status <= OK_MAX) {
            return config.format() == SiemFormat.ELASTIC ? BulkAnswer.receipt(answer.body()) : Receipt.TAKEN;
        }
        return AT_FAULT.contains(status) ? Receipt.REFUSED : Receipt.LATER;
    }
}
