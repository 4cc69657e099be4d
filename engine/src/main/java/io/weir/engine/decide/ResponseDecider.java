package io.weir.engine.decide;

import io.weir.schemas.event.Finding;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ReasonCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether an agent should get a response: not one that sets itself above the agent's task and orders to deliver
 * something, and no credential that is surely one. Whoever enforces may let agents have both. Pure.
 */
final class ResponseDecider {

    private ResponseDecider() {}

    /** Why an agent should not get a response as it is; empty if it should. */
    static List<ReasonCode> reasons(ResponseObserved event) {
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        if (event.findings().stream().anyMatch(ResponseDecider::isCredential)) {
            reasons.add(ReasonCode.SECRET_DETECTED);
        }
        if (event.fingerprint().values().stream().anyMatch(value -> value.tone() == InstructionTone.OVERRIDE)) {
            reasons.add(ReasonCode.ORDER_IN_RESPONSE);
        }
        return List.copyOf(reasons);
    }

    /** The decision for these reasons. */
    static Decision decision(List<ReasonCode> reasons) {
        if (reasons.contains(ReasonCode.ORDER_IN_RESPONSE)) {
            return Decision.DENY;
        }
        return reasons.isEmpty() ? Decision.ALLOW : Decision.SANITIZE;
    }

    private static boolean isCredential(Finding finding) {
        return finding.dataClass() == DataClass.SECRETS && finding.confidence() == Confidence.HIGH;
    }
}
