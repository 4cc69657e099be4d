package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.HeaderMap;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode;
import io.envoyproxy.envoy.service.ext_proc.v3.ExternalProcessorGrpc.ExternalProcessorStub;
import io.envoyproxy.envoy.service.ext_proc.v3.HttpBody;
import io.envoyproxy.envoy.service.ext_proc.v3.HttpHeaders;
import io.envoyproxy.envoy.service.ext_proc.v3.HttpTrailers;
import io.envoyproxy.envoy.service.ext_proc.v3.ProcessingRequest;
import io.envoyproxy.envoy.service.ext_proc.v3.ProcessingResponse;
import io.envoyproxy.envoy.service.ext_proc.v3.ProtocolConfiguration;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One exchange as Envoy's filter would hold it: says the parts that the test says, and keeps the answers. */
final class ProcessorClient implements ClientResponseObserver<ProcessingRequest, ProcessingResponse> {

    private static final int SECONDS_MAX = 10;

    private final BlockingQueue<ProcessingResponse> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();
    private @Nullable ClientCallStreamObserver<ProcessingRequest> out;
    private @Nullable ProtocolConfiguration modes;

    ProcessorClient(ExternalProcessorStub stub) {
        stub.process(this);
    }

    /** How bodies come; said with the first part. */
    ProcessorClient modes(BodySendMode request, BodySendMode response) {
        modes = ProtocolConfiguration.newBuilder()
                .setRequestBodyMode(request)
                .setResponseBodyMode(response)
                .build();
        return this;
    }

    ProcessorClient requestHeaders(boolean last, String... namesAndValues) {
        return say(ProcessingRequest.newBuilder().setRequestHeaders(headers(last, namesAndValues)));
    }

    ProcessorClient responseHeaders(boolean last, String... namesAndValues) {
        return say(ProcessingRequest.newBuilder().setResponseHeaders(headers(last, namesAndValues)));
    }

    ProcessorClient requestBody(String bytes, boolean last) {
        return say(ProcessingRequest.newBuilder().setRequestBody(body(bytes, last)));
    }

    ProcessorClient responseBody(String bytes, boolean last) {
        return say(ProcessingRequest.newBuilder().setResponseBody(body(bytes, last)));
    }

    ProcessorClient requestTrailers(String... namesAndValues) {
        return say(ProcessingRequest.newBuilder()
                .setRequestTrailers(HttpTrailers.newBuilder().setTrailers(map(namesAndValues))));
    }

    ProcessorClient responseTrailers(String... namesAndValues) {
        return say(ProcessingRequest.newBuilder()
                .setResponseTrailers(HttpTrailers.newBuilder().setTrailers(map(namesAndValues))));
    }

    ProcessorClient say(ProcessingRequest.Builder part) {
        if (modes != null) {
            part.setProtocolConfig(modes);
            modes = null;
        }
        Objects.requireNonNull(out).onNext(part.build());
        return this;
    }

    /** The next answer. */
    ProcessingResponse next() throws InterruptedException {
        ProcessingResponse answer = answers.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer; the stream: " + end.getNow(null));
        }
        return answer;
    }

    /** Whether nothing has been answered; what was said before has been heard when this is asked after an answer. */
    boolean isSilent() {
        return answers.isEmpty();
    }

    /** How the edge has ended the stream. */
    Status end() throws Exception {
        return end.get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    void cancel() {
        Objects.requireNonNull(out).cancel("the agent is gone", null);
    }

    void complete() {
        Objects.requireNonNull(out).onCompleted();
    }

    private static HttpHeaders headers(boolean last, String... namesAndValues) {
        return HttpHeaders.newBuilder()
                .setHeaders(map(namesAndValues))
                .setEndOfStream(last)
                .build();
    }

    private static HeaderMap map(String... namesAndValues) {
        HeaderMap.Builder map = HeaderMap.newBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.addHeaders(HeaderValue.newBuilder()
                    .setKey(namesAndValues[i])
                    .setRawValue(ByteString.copyFromUtf8(namesAndValues[i + 1])));
        }
        return map.build();
    }

    private static HttpBody body(String bytes, boolean last) {
        return HttpBody.newBuilder()
                .setBody(ByteString.copyFromUtf8(bytes))
                .setEndOfStream(last)
                .build();
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ProcessingRequest> stream) {
        out = stream;
    }

    @Override
    public void onNext(ProcessingResponse answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable cause) {
        end.complete(Status.fromThrowable(cause));
    }

    @Override
    public void onCompleted() {
        end.complete(Status.OK);
    }
}
