package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.envoy.wire.BodyMode;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingAnswer.Side;
import io.weir.edge.envoy.wire.RequestHead;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * The request of one exchange: it is collected, decided on as a whole, and only then goes on, head and all. Used by one
 * thread at a time.
 */
final class RequestSide {

    private final EnvoyJudge judge;
    private final int bytesMax;
    private RequestHead head = RequestHead.of(List.of());
    private BodyMode mode = BodyMode.NONE;
    private ByteString body = ByteString.EMPTY;
    private Verdict.@Nullable Pass passed;
    private boolean goesOnUnseen;

    RequestSide(EnvoyJudge judge, int bytesMax) {
        this.judge = judge;
        this.bytesMax = bytesMax;
    }

    /** As what it went on; null if it has not. */
    Verdict.@Nullable Pass passed() {
        return passed;
    }

    /** Takes the head; where a body is to come, it comes in this mode. */
    List<ProcessingAnswer> headers(RequestHead requestHead, boolean last, BodyMode bodyMode)
            throws ExchangeRefused, InterruptedException {
        head = requestHead;
        mode = bodyMode;
        if (last) {
            return decide(judge.judge(head, ByteString.EMPTY, HttpFields.EMPTY), Moment.HEAD);
        }
        return switch (mode) {
            case FULL_DUPLEX_STREAMED -> List.of();
            // The head waits for the body, which Envoy sends only after this answer.
            case BUFFERED, BUFFERED_PARTIAL -> List.of(ProcessingAnswer.headers(Side.REQUEST, HeaderChange.NONE));
            case NONE, STREAMED, GRPC ->
                unseen(
                        "The proxy does not show the body before the head goes on: set request_body_mode"
                                + " FULL_DUPLEX_STREAMED or BUFFERED.",
                        Moment.HEAD);
        };
    }

    /** Takes bytes of the body. */
    List<ProcessingAnswer> body(ByteString bytes, boolean last) throws ExchangeRefused, InterruptedException {
        if (passed != null) {
            return List.of(passedOn(bytes, last));
        }
        body = body.concat(bytes);
        if (mode == BodyMode.FULL_DUPLEX_STREAMED) {
            return streamed(last);
        }
        if (!last) {
            return unseen(
                    "The proxy shows the beginning of the body only, or keeps trailers back: set request_body_mode"
                            + " FULL_DUPLEX_STREAMED.",
                    Moment.WHOLE_BODY);
        }
        return decide(judge.judge(head, body, HttpFields.EMPTY), Moment.WHOLE_BODY);
    }

    private List<ProcessingAnswer> streamed(boolean last) throws ExchangeRefused, InterruptedException {
        if (body.size() > bytesMax) {
            goesOnUnseen = true;
            return decide(judge.judgeOversize(head), last ? Moment.END : Moment.OVERFLOW);
        }
        return last ? decide(judge.judge(head, body, HttpFields.EMPTY), Moment.END) : List.of();
    }

    /** Takes the trailers. */
    List<ProcessingAnswer> trailers(HttpFields trailers) throws ExchangeRefused, InterruptedException {
        if (passed == null) {
            return mode == BodyMode.FULL_DUPLEX_STREAMED
                    ? decide(judge.judge(head, body, trailers), Moment.TRAILERS)
                    : unseen(
                            "Trailers are read with their body only: set request_body_mode FULL_DUPLEX_STREAMED.",
                            Moment.LATE_TRAILERS);
        }
        if (!goesOnUnseen) {
            throw new IllegalStateException("a request has trailers behind its end");
        }
        return List.of(ProcessingAnswer.trailers(Side.REQUEST, HeaderChange.NONE));
    }

    /** When the verdict comes. */
    private enum Moment {
        HEAD,
        WHOLE_BODY,
        OVERFLOW,
        END,
        TRAILERS,
        LATE_TRAILERS
    }

    private List<ProcessingAnswer> decide(Verdict verdict, Moment moment) throws ExchangeRefused {
        if (verdict instanceof Verdict.Stop stop) {
            throw new ExchangeRefused(stop.answer());
        }
        Verdict.Pass pass = (Verdict.Pass) verdict;
        passed = pass;
        List<ProcessingAnswer> answers = switch (moment) {
            case HEAD -> List.of(ProcessingAnswer.headers(Side.REQUEST, pass.change()));
            case WHOLE_BODY -> List.of(whole(pass));
            case OVERFLOW, END, TRAILERS -> pieces(pass, moment);
            case LATE_TRAILERS -> List.of(ProcessingAnswer.trailers(Side.REQUEST, HeaderChange.NONE));
        };
        body = ByteString.EMPTY;
        return answers;
    }

    private List<ProcessingAnswer> unseen(String detail, Moment moment) throws ExchangeRefused {
        goesOnUnseen = true;
        return decide(judge.judgeUnseen(head, ErrorCode.BODY_NOT_SHOWN, detail), moment);
    }

    /** Only where the operator lets unseen calls pass is there anything behind a verdict. */
    private ProcessingAnswer passedOn(ByteString bytes, boolean last) {
        if (!goesOnUnseen) {
            throw new IllegalStateException("a request goes on behind its end");
        }
        return mode == BodyMode.FULL_DUPLEX_STREAMED
                ? ProcessingAnswer.bodyStreamed(Side.REQUEST, bytes, last)
                : ProcessingAnswer.bodyAsShown(Side.REQUEST, HeaderChange.NONE);
    }

    private static ProcessingAnswer whole(Verdict.Pass pass) {
        if (pass.redacted().isEmpty()) {
            return ProcessingAnswer.bodyAsShown(Side.REQUEST, pass.change());
        }
        byte[] bytes = pass.redacted().get().toByteArray();
        HttpFields set = HttpFields.build(pass.change().set()).put("content-length", bytes.length);
        return ProcessingAnswer.bodyReplaced(
                Side.REQUEST, new HeaderChange(set, pass.change().removed()), bytes);
    }

    private List<ProcessingAnswer> pieces(Verdict.Pass pass, Moment moment) {
        List<ProcessingAnswer> answers = new ArrayList<>();
        answers.add(ProcessingAnswer.headers(Side.REQUEST, pass.change()));
        ByteString bytes = pass.redacted().orElse(body);
        answers.addAll(StreamedPieces.of(Side.REQUEST, bytes, moment == Moment.END));
        if (moment == Moment.TRAILERS) {
            answers.add(ProcessingAnswer.trailers(Side.REQUEST, pass.change().ofTrailers()));
        }
        return answers;
    }
}
