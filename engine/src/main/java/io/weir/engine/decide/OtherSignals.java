package io.weir.engine.decide;

import io.weir.engine.baseline.Anomaly;
import io.weir.engine.opinion.Opinion;
import io.weir.engine.settings.RiskEngines;
import io.weir.engine.threat.ThreatHit;
import io.weir.engine.trust.Regard;
import io.weir.schemas.event.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The signals of engines that know what the record of a call does not say. Those with nothing to say are left out. */
final class OtherSignals {

    private static final double MENTIONED = 0.7;
    private static final int STREAKS_FULL = 20;
    private static final Set<String> FROM_THE_RECORD = Set.of(RiskEngines.CLASSIFIER, RiskEngines.CORRELATION);

    private OtherSignals() {}

    static List<Signal> of(Anomaly anomaly, List<ThreatHit> hits, Opinion opinion, Regard regard) {
        List<Signal> signals = new ArrayList<>();
        if (anomaly.score() > 0) {
            signals.add(new Signal(RiskEngines.BASELINE, anomaly.score(), String.join(", ", anomaly.because())));
        }
        if (!hits.isEmpty()) {
            boolean destination = hits.stream().anyMatch(ThreatHit::destination);
            signals.add(new Signal(
                    RiskEngines.THREAT_INTEL,
                    destination ? 1 : MENTIONED,
                    (destination ? "goes to what is listed by " : "names what is listed by ")
                            + String.join(
                                    ", ",
                                    hits.stream()
                                            .map(ThreatHit::feed)
                                            .distinct()
                                            .toList())));
        }
        if (!opinion.equals(Opinion.NONE)) {
            signals.add(new Signal(
                    RiskEngines.SEMANTIC,
                    opinion.risk(),
                    opinion.decision() + ": " + String.join(", ", opinion.because())));
        }
        Double trust = regard.trust();
        if (trust != null && trust < 1) {
            signals.add(new Signal(
                    RiskEngines.TRUST,
                    Math.round((1 - trust) * 1_000) / 1_000.0,
                    String.format(Locale.ROOT, "trust %.3f", trust)));
        } else if (trust != null && regard.streaks() > 0) {
            double share = Math.min(1, (double) regard.streaks() / STREAKS_FULL);
            signals.add(new Signal(RiskEngines.CLEAN_RECORD, share, regard.streaks() + " rows of 50 clean calls"));
        }
        return signals;
    }

    /** Those of a recorded decision. */
    static List<Signal> recorded(List<Signal> signals) {
        return signals.stream()
                .filter(signal -> !FROM_THE_RECORD.contains(signal.engine()))
                .toList();
    }
}
