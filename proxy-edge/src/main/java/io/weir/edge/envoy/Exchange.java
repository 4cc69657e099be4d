package io.weir.edge.envoy;

import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingRequest;
import io.weir.edge.envoy.wire.ProcessingRequest.Modes;
import io.weir.edge.envoy.wire.RequestHead;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** A request and its response, part by part. Used by one thread at a time. */
final class Exchange implements AutoCloseable {

    private final EnvoyParts parts;
    private final LocalAnswers answers;
    private final RequestSide request;
    private Modes modes;
    private @Nullable ResponseSide response;

    Exchange(EnvoyParts parts, EnvoyJudge judge, LocalAnswers answers) {
        EnvoyConfig.Calls calls = parts.config().calls();
        this.parts = parts;
        this.answers = answers;
        this.request = new RequestSide(judge, calls.bytesMax());
        this.modes = new Modes(calls.assumed().mode(), calls.assumed().mode());
    }

    /** Takes the next part, and says what goes on. */
    List<ProcessingAnswer> take(ProcessingRequest part) throws ExchangeRefused, InterruptedException {
        modes = part.modes() == null ? modes : part.modes();
        return switch (part.part()) {
            case REQUEST_HEADERS -> request.headers(RequestHead.of(part.fields()), part.last(), modes.request());
            case REQUEST_BODY -> request.body(part.body(), part.last());
            case REQUEST_TRAILERS -> request.trailers(fields(part));
            case RESPONSE_HEADERS -> responseHead(part);
            case RESPONSE_BODY -> response().body(part.body(), part.last());
            case RESPONSE_TRAILERS -> response().trailers(fields(part));
        };
    }

    private List<ProcessingAnswer> responseHead(ProcessingRequest part) throws ExchangeRefused, InterruptedException {
        Verdict.Pass call = request.passed();
        if (call == null || response != null) {
            throw new ExchangeRefused(answers.problem(
                    ErrorCode.BODY_NOT_SHOWN, "The proxy does not show requests: set request_header_mode SEND."));
        }
        response = new ResponseSide(parts, answers, call, ResponseHead.of(part.fields()), modes.response());
        return response.head(part.last());
    }

    private ResponseSide response() {
        if (response == null) {
            throw new IllegalStateException("a response without a head");
        }
        return response;
    }

    private static HttpFields fields(ProcessingRequest part) {
        HttpFields.Mutable fields = HttpFields.build();
        part.fields().forEach(fields::add);
        return fields.asImmutable();
    }

    @Override
    public void close() {
        if (response != null) {
            response.close();
        }
    }
}
