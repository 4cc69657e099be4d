package io.weir.engine.decide;

import io.weir.engine.baseline.Anomaly;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;

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

    /** What the feeds of a tenant list. */
    ThreatTable threats(String tenant);
}
