package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.client.ScanFailure;
import io.weir.edge.enforce.ResponseReporter;
import io.weir.edge.envoy.wire.BodyMode;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.LocalAnswer;
import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingAnswer.Side;
import io.weir.edge.response.PartRuling;
import io.weir.edge.response.ResponseWithheld;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * The response of one exchange: each byte goes on only after the part that holds it has been reported. What is short is
 * held until its end where that can be, so that it can be redacted; a stream flows piece by piece. Used by one thread
 * at a time.
 */
final class ResponseSide implements AutoCloseable {

    private final EnvoyParts parts;
    private final LocalAnswers answers;
    private final Verdict.Pass call;
    private final ResponseGuard guard;
    private final ResponseWriter writer;
    private final BodyMode mode;
    private final boolean flows;
    private ByteString held = ByteString.EMPTY;

    /**
     * The response to a call.
     *
     * @param head its head
     * @param mode how its body comes
     */
    ResponseSide(EnvoyParts parts, LocalAnswers answers, Verdict.Pass call, ResponseHead head, BodyMode mode) {
        EnvoyConfig config = parts.config();
        this.parts = parts;
        this.answers = answers;
        this.call = call;
        this.mode = mode;
        this.flows = mode == BodyMode.STREAMED || head.isStream();
        this.writer = new ResponseWriter(head, call.told(), mode);
        ResponseReporter reporter = new ResponseReporter(
                parts.reports(),
                parts.meters(),
                call.call(),
                head.status(),
                new ResponseReporter.Terms(config.mayGoUnreported(), config.guards()));
        this.guard = new ResponseGuard(head.headers(), config.report(), reporter);
    }

    /** What becomes of the head. */
    List<ProcessingAnswer> head(boolean last) throws ExchangeRefused, InterruptedException {
        if (last) {
            reporting(guard.report()::finish);
            return writer.head();
        }
        boolean unseen = mode == BodyMode.NONE || mode == BodyMode.GRPC;
        if (unseen && !parts.config().mayGoUnreported()) {
            throw refused(ErrorCode.BODY_NOT_SHOWN, "The proxy does not show the response: set response_body_mode.");
        }
        return mode == BodyMode.FULL_DUPLEX_STREAMED && !flows ? List.of() : writer.head();
    }

    /** Takes bytes of the body. */
    List<ProcessingAnswer> body(ByteString bytes, boolean last) throws ExchangeRefused, InterruptedException {
        if (!last && mode == BodyMode.BUFFERED_PARTIAL && !parts.config().mayGoUnreported()) {
            throw refused(ErrorCode.BODY_NOT_SHOWN, "The proxy shows the beginning of the response only.");
        }
        held = held.concat(bytes);
        reporting(() -> guard.report().take(bytes.toByteArray()));
        if (last || mode == BodyMode.BUFFERED) {
            reporting(guard.report()::finish);
            return released(true, last);
        }
        if (!isEnough()) {
            return List.of();
        }
        reporting(guard.report()::flush);
        return released(false, false);
    }

    private boolean isEnough() {
        return flows
                || mode != BodyMode.FULL_DUPLEX_STREAMED
                || held.size() >= parts.config().report().windowBytes()
                || !guard.report().isReading();
    }

    private List<ProcessingAnswer> released(boolean whole, boolean last) throws ExchangeRefused {
        ByteString bytes = held;
        held = ByteString.EMPTY;
        PartRuling ruling = guard.ruling();
        if (ruling instanceof PartRuling.Pass) {
            return writer.body(bytes, last);
        }
        Optional<ByteString> redacted = whole ? guard.redacted(ruling) : Optional.empty();
        if (redacted.isEmpty() || !writer.canReplace()) {
            throw heldBack(ruling);
        }
        return writer.replaced(redacted.get(), last);
    }

    /** Takes the trailers, which the agent can read as well. */
    List<ProcessingAnswer> trailers(HttpFields trailers) throws ExchangeRefused, InterruptedException {
        List<ProcessingAnswer> all = new ArrayList<>();
        if (mode != BodyMode.BUFFERED) {
            reporting(guard.report()::finish);
        }
        if (mode == BodyMode.FULL_DUPLEX_STREAMED) {
            all.addAll(released(true, false));
        }
        if (trailers.size() > 0) {
            reporting(() -> guard.report(named(trailers)));
        }
        PartRuling ruling = guard.ruling();
        if (!(ruling instanceof PartRuling.Pass)) {
            throw heldBack(ruling);
        }
        all.add(ProcessingAnswer.trailers(Side.RESPONSE, HeaderChange.NONE));
        return all;
    }

    private static Map<String, Object> named(HttpFields trailers) {
        Map<String, Object> named = new LinkedHashMap<>();
        trailers.forEach(field -> named.merge(
                field.getName(), String.valueOf(field.getValue()), (first, second) -> first + ", " + second));
        return named;
    }

    /** A step of a report. */
    @FunctionalInterface
    private interface Step {
        void run() throws ScanFailure, ResponseWithheld, InterruptedException;
    }

    private void reporting(Step step) throws ExchangeRefused, InterruptedException {
        try {
            step.run();
        } catch (ResponseWithheld e) {
            throw refused(ErrorCode.RESPONSE_DENIED, e.detail());
        } catch (ScanFailure e) {
            throw refused(
                    ErrorCode.SCAN_UNAVAILABLE,
                    "The call was forwarded; its response is held back because it could not be reported.");
        }
    }

    private ExchangeRefused heldBack(PartRuling ruling) {
        String why = ruling instanceof PartRuling.Withhold withhold
                ? withhold.why()
                : "What must go cannot be taken out of this response.";
        return refused(ErrorCode.RESPONSE_DENIED, why);
    }

    /** An answer in the response's place, or, where that has begun, its end before it is whole. */
    private ExchangeRefused refused(ErrorCode code, String detail) {
        LocalAnswer answer = answers.problem(code, detail, call.told());
        return new ExchangeRefused(writer.hasBegun() ? null : answer);
    }

    @Override
    public void close() {
        guard.close();
    }
}
