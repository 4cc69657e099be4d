package io.weir.correlator.ocsf;

import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Severity;

/** Scores, bands and severities as OCSF numbers. */
final class OcsfRisk {

    private OcsfRisk() {}

    /** A score of 0..1 as 0..100. */
    static int percent(double score) {
        return (int) Math.round(100 * Math.min(1, Math.max(0, score)));
    }

    /** How severe a single decision is. One step below the band: no call is critical by itself, an alert may be. */
    static Severity severityOf(RiskBand band) {
        return switch (band) {
            case LOW -> Severity.INFORMATIONAL;
            case MEDIUM -> Severity.LOW;
            case HIGH -> Severity.MEDIUM;
            case CRITICAL -> Severity.HIGH;
        };
    }

    static Attributes addBand(Attributes event, RiskBand band, double score) {
        Attributes withLevel = switch (band) {
            case LOW -> event.withEnum("risk_level", 1, "Low");
            case MEDIUM -> event.withEnum("risk_level", 2, "Medium");
            case HIGH -> event.withEnum("risk_level", 3, "High");
            case CRITICAL -> event.withEnum("risk_level", 4, "Critical");
        };
        return withLevel.with("risk_score", percent(score));
    }

    static Attributes addSeverity(Attributes event, Severity severity) {
        return event.withEnum("severity", severity.ocsfId(), severity.caption());
    }

    /** Thirds of the scale that alerts use. */
    static Attributes addConfidence(Attributes event, double score) {
        Attributes withLevel;
        if (score < 0.34) {
            withLevel = event.withEnum("confidence", 1, "Low");
        } else {
            withLevel =
                    score < 0.67 ? event.withEnum("confidence", 2, "Medium") : event.withEnum("confidence", 3, "High");
        }
        return withLevel.with("confidence_score", percent(score));
    }
}
