package io.weir.engine.decide;

import io.weir.engine.baseline.Anomaly;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What risk engines know that neither the call nor the session says. Safe to share between threads. */
public interface RiskSources {

    /** Nobody knows anything. */
    RiskSources NONE = new RiskSources() {

        @Override
        public Anomaly compare(Principal principal, ToolCall call, long timeMillis) {
            return Anomaly.NONE;
        }

        @Override
        public ThreatTable threats(String tenant) {
            return ThreatTable.EMPTY;
        }
    };

    /** How unlike the other calls of its agent a call is. */
    Anomaly compare(Principal principal, ToolCall call, long timeMillis);

    /** Names of the daily budgets that an agent has used up, or null if there are no budgets. */
    default @Nullable List<String> budgetsExceeded(Principal principal, long timeMillis) {
        return null;
    }

    /** What the feeds of a tenant list. */
    ThreatTable threats(String tenant);
}
