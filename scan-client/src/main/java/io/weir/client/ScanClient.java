package io.weir.client;

import com.fasterxml.jackson.core.JacksonException;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.ConfirmRequest;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.api.WhoAmIAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    private final RequestHead scanHead;
    private final RequestHead responseScanHead;
    private final Connections connections;

    /** A client with these settings; it connects when it is first used. */
    public ScanClient(ScanClientConfig config) {
        this(config, new Connections(config));
    }

    private ScanClient(ScanClientConfig config, Connections connections) {
        this.config = config;
        this.scanHead = new RequestHead("POST", config.url(), "/v1/scan", config.apiKey());
        this.responseScanHead = new RequestHead("POST", config.url(), "/v1/scan/response", config.apiKey());
        this.connections = connections;
    }

    /** The same over the same connections with another key: that of a caller in whose name it asks. */
    public ScanClient withKey(Secret key) {
        ScanClientConfig asCaller = new ScanClientConfig(
                config.url(), key, config.connectMillis(), config.answerMillis(), config.answerBytesMax());
        return new ScanClient(asCaller, connections);
    }

    /**
     * Who the key stands for.
     *
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if the key is not valid here
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public WhoAmIAnswer whoAmI() throws ScanUnavailable, ScanRefused, InterruptedException {
        RequestHead head = new RequestHead("GET", config.url(), "/v1/whoami", config.apiKey());
        return read(answer(head.with(Map.of())), WhoAmIAnswer.class);
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
        return read(post(scanHead, call, headers), ScanAnswer.class);
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
        return read(post(responseScanHead, response, headers), ResponseScanAnswer.class);
    }

    /**
     * As {@link #observe}, for callers who do nothing with what is decided on the response: the answer says no more
     * than that it was taken.
     */
    public void report(ResponseScanRequest response, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        post(responseScanHead, response, headers);
    }

    /**
     * What has become of a held call.
     *
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if there is no such call of this caller's
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public ApprovalStatusAnswer approval(String approvalId) throws ScanUnavailable, ScanRefused, InterruptedException {
        String path = "/v1/approvals/" + URLEncoder.encode(approvalId, StandardCharsets.UTF_8) + "/status";
        RequestHead head = new RequestHead("GET", config.url(), path, config.apiKey());
        return read(answer(head.with(Map.of())), ApprovalStatusAnswer.class);
    }

    /**
     * Passes on a one-time code.
     *
     * @return the held call that it was for
     * @throws ScanUnavailable if there is no answer in time
     * @throws ScanRefused if the code was not taken
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public ApprovalStatusAnswer confirm(ConfirmRequest request)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        RequestHead head = new RequestHead("POST", config.url(), "/v1/approvals/confirm", config.apiKey());
        return read(post(head, request, CallerHeaders.NONE), ApprovalStatusAnswer.class);
    }

    private byte[] post(RequestHead head, Object body, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return answer(head.with(headers.byName(), Json.bytes(body)));
    }

    private byte[] answer(byte[] request) throws ScanUnavailable, ScanRefused, InterruptedException {
        HttpAnswer answer = exchange(request);
        int status = answer.status();
        if (status == 200) {
            return answer.body();
        }
        if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
            throw new ScanRefused(read(answer.body(), Problem.class));
        }
        throw new ScanUnavailable("the scan API answered with status " + status);
    }

    private HttpAnswer exchange(byte[] request) throws ScanUnavailable, InterruptedException {
        try {
            return connections.exchange(request);
        } catch (TimeoutException e) {
            throw new ScanUnavailable("no answer from " + config.url() + " within " + config.answerMillis() + " ms", e);
        } catch (IOException e) {
            throw new ScanUnavailable("no answer from " + config.url() + ": " + describe(e), e);
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
