package io.weir.correlator.ocsf;

import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.List;

/**
 * A decision as OCSF action and disposition (profile {@code security_control}).
 *
 * <p>OCSF has no disposition for a call that waits for a person. We write action 2 Denied, because the call did not go
 * out, and disposition 99 with our own word: 14 Delayed would say that it goes out later by itself.
 */
enum SecurityControl {
    ALLOWED(1, "Allowed", 1, "Allowed"),
    HELD(2, "Denied", 99, "REQUIRE_APPROVAL"),
    CORRECTED(4, "Modified", 11, "Corrected"),
    PARTIALLY_CORRECTED(4, "Modified", 12, "Partially Corrected"),
    BLOCKED(2, "Denied", 2, "Blocked");

    /** Name of the OCSF profile. */
    static final String PROFILE = "security_control";

    private final int actionId;
    private final String action;
    private final int dispositionId;
    private final String disposition;

    SecurityControl(int actionId, String action, int dispositionId, String disposition) {
        this.actionId = actionId;
        this.action = action;
        this.dispositionId = dispositionId;
        this.disposition = disposition;
    }

    /**
     * The mapping of a decision; a sanitized call that could not be looked into as a whole is only partly corrected.
     */
    static SecurityControl of(Decision decision, List<ReasonCode> reasonCodes) {
        return switch (decision) {
            case ALLOW -> ALLOWED;
            case REQUIRE_APPROVAL -> HELD;
            case SANITIZE -> reasonCodes.contains(ReasonCode.SCAN_INCOMPLETE) ? PARTIALLY_CORRECTED : CORRECTED;
            case DENY -> BLOCKED;
        };
    }

    /** Whether the call went out, redacted or not. */
    boolean forwarded() {
        return actionId != 2;
    }

    Attributes addTo(Attributes event) {
        return event.withEnum("action", actionId, action).withEnum("disposition", dispositionId, disposition);
    }
}
