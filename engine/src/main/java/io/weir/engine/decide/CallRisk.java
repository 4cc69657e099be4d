package io.weir.engine.decide;

import io.weir.engine.payload.EdgeHeaders;
import io.weir.engine.policy.Standing;
import io.weir.engine.threat.ThreatHit;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.Signal;
import java.util.List;

/**
 * What is known of a call that neither its content nor its session says.
 *
 * @param standing as policies ask for it
 * @param signals as the score counts it
 */
record CallRisk(Standing standing, List<Signal> signals) {

    static CallRisk of(RiskSources sources, SearchedCall call, Occasion occasion) {
        ThreatTable threats = sources.threats(occasion.principal().tenant());
        List<ThreatHit> hits = threats.hits(call.input(), call.payload(), call.destinationAddresses());
        return new CallRisk(
                new Standing(
                        occasion.regard().trust(),
                        threats.isEmpty() ? null : !hits.isEmpty(),
                        sources.budgetsExceeded(occasion.principal(), occasion.timeMillis()),
                        EdgeHeaders.toolWarnings(call.input().headers())),
                OtherSignals.of(
                        sources.compare(occasion.principal(), call.call(), occasion.timeMillis()),
                        hits,
                        occasion.opinion(),
                        occasion.regard()));
    }
}
