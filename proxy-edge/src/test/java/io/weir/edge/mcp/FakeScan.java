package io.weir.edge.mcp;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.platform.config.Secret;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.ConfirmRequest;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scan API in memory that decides as the test says and remembers what it was asked. Safe to share. */
public final class FakeScan implements ScanPort {

    public static final String APPROVAL_ID = "0192d5a4-0000-7000-8000-000000000002";

    private final List<ScanRequest> calls = new CopyOnWriteArrayList<>();
    private final List<CallerHeaders> headers = new CopyOnWriteArrayList<>();
    private final List<ResponseScanRequest> reads = new CopyOnWriteArrayList<>();
    private volatile Function<ScanRequest, ScanAnswer> decide = call -> answer(Decision.ALLOW, null);
    private volatile Function<ResponseScanRequest, ResponseScanAnswer> observe = read -> observed(Decision.ALLOW, null);
    private volatile ApprovalState approval = ApprovalState.PENDING;
    private volatile @Nullable String code;
    private final List<ConfirmRequest> confirmations = new CopyOnWriteArrayList<>();
    private volatile boolean unreachable;

    /** Decides the same about every call. */
    public FakeScan deciding(Decision decision) {
        decide = call -> answer(decision, null);
        return this;
    }

    /** Decides as the function says. */
    public FakeScan deciding(Function<ScanRequest, ScanAnswer> function) {
        decide = function;
        return this;
    }

    /** Decides on what is read as the function says. */
    public FakeScan observing(Function<ResponseScanRequest, ResponseScanAnswer> function) {
        observe = function;
        return this;
    }

    public static ResponseScanAnswer observed(Decision decision, @Nullable Object sanitizedBody) {
        return new ResponseScanAnswer(
                "trace-of-the-fake",
                List.of(),
                0,
                "0".repeat(64),
                true,
                List.of(),
                decision,
                decision == Decision.ALLOW ? List.of() : List.of(ReasonCode.SECRET_DETECTED),
                sanitizedBody);
    }

    /** From now on there is no answer, or there is again. */
    public FakeScan unreachable(boolean now) {
        unreachable = now;
        return this;
    }

    /** People have got this code for held calls; once it is named, calls are allowed. */
    public FakeScan code(@Nullable String forHeldCalls) {
        code = forHeldCalls;
        return this;
    }

    /** Codes that were passed on. */
    public List<ConfirmRequest> confirmations() {
        return confirmations;
    }

    /** What a person has said about held calls. */
    public FakeScan approval(ApprovalState state) {
        approval = state;
        return this;
    }

    public static ScanAnswer answer(Decision decision, @Nullable Object sanitizedBody) {
        return new ScanAnswer(
                decision,
                0.9,
                RiskBand.CRITICAL,
                decision == Decision.ALLOW ? List.of() : List.of("READ_WRITE_LINK"),
                "trace-of-the-fake",
                "tool",
                "tools/call",
                List.of(),
                List.of(),
                sanitizedBody,
                decision == Decision.REQUIRE_APPROVAL ? APPROVAL_ID : null,
                null,
                null,
                "session-of-the-fake",
                List.of(),
                List.of());
    }

    public List<ScanRequest> calls() {
        return calls;
    }

    public List<CallerHeaders> headers() {
        return headers;
    }

    public List<ResponseScanRequest> reads() {
        return reads;
    }

    @Override
    public ScanAnswer scan(ScanRequest call, CallerHeaders caller) throws ScanFailure, InterruptedException {
        failIfUnreachable();
        calls.add(call);
        headers.add(caller);
        return decide.apply(call);
    }

    @Override
    public ResponseScanAnswer observe(ResponseScanRequest response, CallerHeaders caller)
            throws ScanFailure, InterruptedException {
        failIfUnreachable();
        reads.add(response);
        return observe.apply(response);
    }

    @Override
    public ApprovalStatusAnswer approval(String approvalId) {
        return new ApprovalStatusAnswer(approvalId, approval, 0, code == null ? null : 3);
    }

    @Override
    public ApprovalStatusAnswer confirm(ConfirmRequest request) throws ScanFailure, InterruptedException {
        failIfUnreachable();
        confirmations.add(request);
        if (!request.code().equals(code)) {
            throw new ScanRefused(Problem.of(ErrorCode.CODE_WRONG, "", null, null));
        }
        decide = call -> answer(Decision.ALLOW, null);
        return new ApprovalStatusAnswer(request.approvalIds().get(0), ApprovalState.APPROVED, 0, null);
    }

    /** Only a client makes such a failure: one that asks a port where nobody listens. */
    private void failIfUnreachable() throws ScanFailure, InterruptedException {
        if (unreachable) {
            new ScanClient(new ScanClientConfig(URI.create("http://127.0.0.1:1"), Secret.NONE, 1_000, 1_000, 1_024))
                    .approval("none");
        }
    }
}
