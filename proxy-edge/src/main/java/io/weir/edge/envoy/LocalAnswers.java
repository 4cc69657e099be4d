package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.EdgeMeters;
import io.weir.edge.enforce.HeldCallProblem;
import io.weir.edge.enforce.ScanOutcome;
import io.weir.edge.envoy.wire.LocalAnswer;
import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import org.eclipse.jetty.http.HttpFields;

/** Answers that the edge has Envoy give. Each is counted. */
final class LocalAnswers {

    private final DecisionHeaders decisionHeaders;
    private final EdgeMeters meters;

    LocalAnswers(DecisionHeaders decisionHeaders, EdgeMeters meters) {
        this.decisionHeaders = decisionHeaders;
        this.meters = meters;
    }

    /** What every answer says of a call for which this came of asking. */
    HttpFields told(ScanOutcome outcome) {
        HttpFields.Mutable headers = HttpFields.build();
        decisionHeaders.addSettings(headers);
        decisionHeaders.addOutcome(headers, outcome);
        return headers.asImmutable();
    }

    /** As many calls as there may be are under way. */
    LocalAnswer overloaded() {
        return problem(ErrorCode.OVERLOADED, "As many calls as the edge takes at once are under way.");
    }

    /** A problem before there is a decision. */
    LocalAnswer problem(ErrorCode code, String detail) {
        HttpFields.Mutable headers = HttpFields.build();
        decisionHeaders.addSettings(headers);
        decisionHeaders.addOutcome(headers, code);
        return answer(code, headers, Json.bytes(Problem.of(code, detail, null, null)));
    }

    /** A problem with a call, or its response, for which this came of asking. */
    LocalAnswer problem(ErrorCode code, String detail, HttpFields told) {
        return answer(code, HttpFields.build(told), Json.bytes(Problem.of(code, detail, null, null)));
    }

    /** A problem that comes from a decision. */
    LocalAnswer held(ErrorCode code, String detail, ScanAnswer answer, HttpFields told) {
        HeldCallProblem problem = HeldCallProblem.of(Problem.of(code, detail, null, null), answer);
        return answer(code, HttpFields.build(told), Json.bytes(problem));
    }

    private LocalAnswer answer(ErrorCode code, HttpFields.Mutable headers, byte[] body) {
        meters.refused(code);
        headers.put("Content-Type", "application/problem+json");
        headers.put("Cache-Control", "no-store");
        if (code == ErrorCode.OVERLOADED) {
            headers.put("Retry-After", "1");
        }
        return new LocalAnswer(code.status(), headers.asImmutable(), ByteString.copyFrom(body));
    }
}
