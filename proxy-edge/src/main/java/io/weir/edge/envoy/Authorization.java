package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.weir.edge.envoy.wire.CheckAnswer;
import io.weir.edge.envoy.wire.CheckRequest;
import io.weir.edge.envoy.wire.RequestHead;
import io.weir.schemas.error.ErrorCode;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * External authorization: one question for each request, before anything of it goes on. It can neither redact a body
 * nor see a response; {@link Processor} can. Safe to share.
 */
final class Authorization {

    private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);

    /** Envoy says here whether it has shown all of a body; it says nothing where there is none. */
    private static final String PARTIAL = "X-Envoy-Auth-Partial-Body";

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "DELETE");

    private final EnvoyConfig config;
    private final EnvoyJudge judge;
    private final LocalAnswers answers;
    private final Slots slots;

    Authorization(EnvoyConfig config, EnvoyJudge judge, LocalAnswers answers, Slots slots) {
        this.config = config;
        this.judge = judge;
        this.answers = answers;
        this.slots = slots;
    }

    /** Answers one question. */
    void check(CheckRequest request, StreamObserver<CheckAnswer> answer) {
        Cancellation.quiet(answer);
        answer.onNext(answer(request));
        answer.onCompleted();
    }

    private CheckAnswer answer(CheckRequest request) {
        if (!slots.take()) {
            return CheckAnswer.stopped(answers.overloaded());
        }
        try {
            return answer(verdict(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CheckAnswer.stopped(answers.problem(ErrorCode.SCAN_UNAVAILABLE, "The edge is stopping."));
        } catch (RuntimeException e) {
            // Not the message: it could quote the call.
            LOG.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
            return CheckAnswer.stopped(answers.problem(ErrorCode.INTERNAL, "The edge failed; see its log."));
        } finally {
            slots.giveBack();
        }
    }

    private CheckAnswer answer(Verdict verdict) {
        if (verdict instanceof Verdict.Stop stop) {
            return CheckAnswer.stopped(stop.answer());
        }
        Verdict.Pass pass = (Verdict.Pass) verdict;
        return pass.redacted().isEmpty()
                ? CheckAnswer.passed(pass.change(), pass.told())
                : CheckAnswer.stopped(answers.problem(
                        ErrorCode.CALL_DENIED,
                        "The call may only go out redacted, and external authorization cannot change a body;"
                                + " external processing can. Nothing was forwarded.",
                        pass.told()));
    }

    private Verdict verdict(CheckRequest request) throws InterruptedException {
        Optional<String> gap = gap(request);
        return gap.isPresent()
                ? judge.judgeUnseen(request.head(), ErrorCode.BODY_NOT_SHOWN, gap.get())
                : judge.judge(request.head(), request.body(), HttpFields.EMPTY);
    }

    /** What of a body Envoy does not show as it is; empty if it shows all. */
    private Optional<String> gap(CheckRequest request) {
        RequestHead head = request.head();
        if (head.headers().getValuesList(PARTIAL).contains("true")) {
            return config.calls().partialPermitted()
                    ? Optional.empty()
                    : Optional.of("The proxy shows the beginning of the body only: raise its max_request_bytes.");
        }
        if (request.bodyAsText()) {
            return Optional.of("The proxy shows the body as a text, in which bytes are replaced: set pack_as_bytes.");
        }
        return isAllThere(head, request.body())
                ? Optional.empty()
                : Optional.of("The proxy does not show the body: set with_request_body.");
    }

    /** Agents can say themselves what Envoy says of a body, so only a body that is there speaks for itself. */
    private static boolean isAllThere(RequestHead head, ByteString body) {
        String length = head.headers().get("Content-Length");
        if (length != null) {
            return length.strip().equals(String.valueOf(body.size()));
        }
        return !body.isEmpty()
                || (!head.headers().contains("Transfer-Encoding")
                        && head.values(":method").stream().allMatch(WITHOUT_BODY::contains));
    }
}
