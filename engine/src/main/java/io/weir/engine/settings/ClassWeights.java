package io.weir.engine.settings;

import io.weir.schemas.word.DataClass;

/**
 * How much a finding of each class weighs in the risk score, in percent.
 *
 * @param secrets 0..100
 * @param phi 0..100
 * @param pii 0..100
 * @param internal 0..100
 */
public record ClassWeights(int secrets, int phi, int pii, int internal) {

    /** Secrets weigh most, internal phrases least. */
    public static final ClassWeights DEFAULT = new ClassWeights(100, 80, 60, 40);

    /** The weight of a class, 0..1. */
    public double of(DataClass dataClass) {
        int percent = switch (dataClass) {
            case SECRETS -> secrets;
            case PHI -> phi;
            case PII -> pii;
            case INTERNAL -> internal;
        };
        return percent / 100.0;
    }
}
