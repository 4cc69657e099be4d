package io.weir.engine.settings;

import io.weir.schemas.word.RiskBand;

/**
 * What the risk engines weigh in the risk score, in percent, and where its bands begin.
 *
 * @param classifier sensitive data in the call
 * @param correlation connections with earlier reads
 * @param baseline how unlike the agent's other calls it is
 * @param threatIntel what feeds of threats say about where it goes
 * @param semantic what a language model says about it
 * @param medium where the band MEDIUM begins, in percent
 * @param high where the band HIGH begins, in percent
 * @param critical where the band CRITICAL begins, in percent
 */
public record RiskWeights(
        int classifier,
        int correlation,
        int baseline,
        int threatIntel,
        int semantic,
        int medium,
        int high,
        int critical) {

    /** Classifier and correlation as 2 to 3, and the bands of the scan protocol. */
    public static final RiskWeights DEFAULT = new RiskWeights(30, 45, 10, 15, 0, 25, 50, 75);

    private static final int WHOLE = 100;

    /** Checks that the weights sum to one, and that the bands come in order. */
    public RiskWeights {
        int sum = classifier + correlation + baseline + threatIntel + semantic;
        if (sum != WHOLE) {
            throw new IllegalArgumentException("the weights of the risk engines sum to " + sum + ", not to " + WHOLE);
        }
        if (medium > high || high > critical) {
            throw new IllegalArgumentException("the bands of the risk score must begin one after the other");
        }
    }

    /** The weight of an engine, 0..1; 0 for one that is no part of the sum. */
    public double of(String engine) {
        return switch (engine) {
            case RiskEngines.CLASSIFIER -> share(classifier);
            case RiskEngines.CORRELATION -> share(correlation);
            case RiskEngines.BASELINE -> share(baseline);
            case RiskEngines.THREAT_INTEL -> share(threatIntel);
            case RiskEngines.SEMANTIC -> share(semantic);
            default -> 0;
        };
    }

    /** The band of a score in 0..1. */
    public RiskBand band(double riskScore) {
        if (riskScore < share(medium)) {
            return RiskBand.LOW;
        }
        if (riskScore < share(high)) {
            return RiskBand.MEDIUM;
        }
        return riskScore < share(critical) ? RiskBand.HIGH : RiskBand.CRITICAL;
    }

    private static double share(int percent) {
        return (double) percent / WHOLE;
    }
}
