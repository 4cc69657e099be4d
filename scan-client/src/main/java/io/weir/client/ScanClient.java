package io.weir.client;

import com.fasterxml.jackson.core.JacksonException;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a scan API for decisions and reports responses to it, over HTTP/1.1 connections that are kept.
 *
 * <p>Nothing is sent twice: each scan is an event of its own, so a repeated one would count as a second call. Safe to
 * share between threads; each method blocks for at most {@link ScanClientConfig#answerMillis()}.
 */
public final class ScanClient {

    private static final int TOO_MANY_REQUESTS = 429;

    private final ScanClientConfig config;
    private final URI scanUrl;
    private final URI responseScanUrl;
    private final HttpClient http;

    /** A client with these settings; it connects when it is first used. */
    public ScanClient(ScanClientConfig config) {
        this.config = config;
        this.scanUrl = URI.create(config.url() + "/v1/scan");
        this.responseScanUrl = URI.create(config.url() + "/v1/scan/response");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(config.connectMillis()))
                .build();
    }

    /**
     * The decision on a call.
     *
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if the request itself is at fault
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public ScanAnswer scan(ScanRequest call, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return read(post(scanUrl, call, headers), ScanAnswer.class);
    }

    /**
     * Reports a response, or one part of a long one; parts carry the same trace id.
     *
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if the request itself is at fault
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public ResponseScanAnswer observe(ResponseScanRequest response, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return read(post(responseScanUrl, response, headers), ResponseScanAnswer.class);
    }

    /**
     * What has become of a held call.
     *
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if there is no such call of this caller's
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public ApprovalStatusAnswer approval(String approvalId) throws ScanUnavailable, ScanRefused, InterruptedException {
        URI url = URI.create(
                config.url() + "/v1/approvals/" + URLEncoder.encode(approvalId, StandardCharsets.UTF_8) + "/status");
        return read(answer(request(url, CallerHeaders.NONE).GET().build()), ApprovalStatusAnswer.class);
    }

    private byte[] post(URI url, Object body, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return answer(request(url, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    }

    private byte[] answer(HttpRequest request) throws ScanUnavailable, ScanRefused, InterruptedException {
        HttpResponse<byte[]> answer = exchange(request);
        int status = answer.statusCode();
        if (status == 200) {
            return answer.body();
        }
        if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
            throw new ScanRefused(read(answer.body(), Problem.class));
        }
        throw new ScanUnavailable("the scan API answered with status " + status);
    }

    private HttpRequest.Builder request(URI url, CallerHeaders headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (!config.apiKey().isEmpty()) {
            request.header("Authorization", "Bearer " + config.apiKey().reveal());
        }
        headers.byName().forEach(request::header);
        return request;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws ScanUnavailable, InterruptedException {
        // HttpRequest.timeout ends with the headers of the answer; the future's also covers a body that trickles.
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new BoundedBody(config.answerBytesMax()));
        try {
            return answer.get(config.answerMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ScanUnavailable("no answer from " + config.url() + ": " + describe(cause), cause);
        } catch (TimeoutException e) {
            throw new ScanUnavailable("no answer from " + config.url() + " within " + config.answerMillis() + " ms", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static <T> T read(byte[] body, Class<T> type) throws ScanUnavailable {
        try {
            T value = Json.mapper().readValue(body, type);
            if (value == null) {
                throw new ScanUnavailable("the scan API answered null");
            }
            return value;
        } catch (JacksonException e) {
            // The message would quote the answer.
            throw new ScanUnavailable("the scan API's answer is no " + type.getSimpleName());
        } catch (IOException e) {
            throw new ScanUnavailable("the scan API's answer cannot be read", e);
        }
    }
}
