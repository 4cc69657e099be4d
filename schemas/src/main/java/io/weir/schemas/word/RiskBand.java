package io.weir.schemas.word;

/** Risk score in four steps; the bounds are those of the scan protocol: 0.25, 0.50, 0.75. */
public enum RiskBand {
    /** Below 0.25. */
    LOW,
    /** From 0.25, below 0.50. */
    MEDIUM,
    /** From 0.50, below 0.75. */
    HIGH,
    /** From 0.75. */
    CRITICAL;

    /** The band of a score in 0..1. */
    public static RiskBand of(double riskScore) {
        if (riskScore < 0.25) {
            return LOW;
        }
        if (riskScore < 0.50) {
            return MEDIUM;
        }
        return riskScore < 0.75 ? HIGH : CRITICAL;
    }
}
