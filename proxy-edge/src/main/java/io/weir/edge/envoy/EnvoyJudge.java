package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.call.CallBodyReader;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.enforce.CallScanner;
import io.weir.edge.enforce.Enforcement;
import io.weir.edge.enforce.Enforcer;
import io.weir.edge.enforce.ScanOutcome;
import io.weir.edge.enforce.ScannedCall;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.RequestHead;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has calls decided on. Holds no judgement of its own. Safe to share. */
final class EnvoyJudge {

    private static final Logger LOG = LoggerFactory.getLogger(EnvoyJudge.class);

    private final EnvoyParts parts;
    private final LocalAnswers answers;
    private final EnvoyCall.Reader reader;
    private final CallScanner scanner;
    private final Enforcer enforcer;

    EnvoyJudge(EnvoyParts parts, LocalAnswers answers) {
        EnvoyConfig config = parts.config();
        this.parts = parts;
        this.answers = answers;
        this.reader = new EnvoyCall.Reader(new CallBodyReader(config.calls().bytesMax()), parts.credential());
        this.scanner = new CallScanner(parts.scanClient(), parts.meters());
        this.enforcer = new Enforcer(config.mode(), config.failMode());
    }

    /** The verdict on a whole call. */
    Verdict judge(RequestHead head, ByteString body, HttpFields trailers) throws InterruptedException {
        if (body.size() > parts.config().calls().bytesMax()) {
            return judgeOversize(head);
        }
        try {
            EnvoyCall call = reader.read(head, body, trailers);
            return verdict(call, scanner.scan(call.call()));
        } catch (CallRefused e) {
            return new Verdict.Stop(answers.problem(e.code(), e.detail()));
        }
    }

    /** The verdict on a call with more bytes than can be scanned. */
    Verdict judgeOversize(RequestHead head) {
        return judgeUnseen(
                head,
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The body has more than the " + parts.config().calls().bytesMax() + " bytes that can be scanned.");
    }

    /** The verdict on a call that the edge is not shown as a whole. */
    Verdict judgeUnseen(RequestHead head, ErrorCode code, String detail) {
        try {
            return verdict(reader.readWithoutBody(head), CallScanner.unscanned(code, detail, false));
        } catch (CallRefused e) {
            return new Verdict.Stop(answers.problem(e.code(), e.detail()));
        }
    }

    private Verdict verdict(EnvoyCall call, ScanOutcome outcome) {
        parts.meters().decided(outcome.decisionWord());
        LOG.info("event=envoy_call decision={} trace_id={}", outcome.decisionWord(), outcome.traceId());
        HttpFields told = answers.told(outcome);
        Enforcement enforcement = enforcer.enforce(outcome, call.call().body());
        if (enforcement instanceof Enforcement.Hold hold) {
            return new Verdict.Stop(answers.held(hold.code(), hold.detail(), hold.answer(), told));
        }
        if (enforcement instanceof Enforcement.FailClosed closed) {
            return new Verdict.Stop(answers.problem(closed.code(), closed.detail(), told));
        }
        Optional<ByteString> redacted = enforcement instanceof Enforcement.ForwardRedacted forward
                ? Optional.of(ByteString.copyFrom(forward.body().bytes()))
                : Optional.empty();
        ScannedCall scanned = new ScannedCall(call.call().agent(), outcome);
        return new Verdict.Pass(scanned, redacted, change(call, redacted.isPresent()), told);
    }

    /**
     * What describes a body that is no more goes with it, and what asks for a response in pieces too small to rule on.
     */
    private HeaderChange change(EnvoyCall call, boolean redacted) {
        List<String> removed = new ArrayList<>(call.change().removed());
        call.call().headers().stream()
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .filter(name -> (redacted && EndToEndHeaders.describesBody(name))
                        || (parts.config().guards() && EndToEndHeaders.asksForRange(name)))
                .forEach(removed::add);
        return new HeaderChange(call.change().set(), removed);
    }
}
