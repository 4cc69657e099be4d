package io.weir.engine.settings;

/** The names of the risk engines, as they stand in the signals of a decision. */
public final class RiskEngines {

    /** Sensitive data in the call. */
    public static final String CLASSIFIER = "classifier";

    /** Connections with earlier reads. */
    public static final String CORRELATION = "correlation";

    /** How unlike the agent's other calls it is. */
    public static final String BASELINE = "baseline";

    /** What feeds of threats say about where it goes. */
    public static final String THREAT_INTEL = "threat_intel";

    /** What a language model says about it. */
    public static final String SEMANTIC = "semantic";

    /** What the agent has lost of its trust; shifts the score up, outside the sum. */
    public static final String TRUST = "trust";

    /** How long an agent of full trust has gone without a denial; shifts the score down, outside the sum. */
    public static final String CLEAN_RECORD = "clean_record";

    private RiskEngines() {}
}
