package io.weir.engine.settings;

import io.weir.engine.redact.RedactionPolicy;
import java.util.List;

/**
 * What an operator can set about judgement.
 *
 * @param internalDestinations hosts, {@code host:port} pairs and mail domains of the operator; a leading dot covers
 *     sub-domains
 * @param knownDestinations outside parties that the operator has listed, same form
 * @param redaction what stands in the place of sensitive values in a sanitized body
 * @param classWeights what findings weigh in the risk score
 * @param riskWeights what the engines weigh in it, and its bands
 */
public record EngineSettings(
        List<String> internalDestinations,
        List<String> knownDestinations,
        RedactionPolicy redaction,
        ClassWeights classWeights,
        RiskWeights riskWeights) {

    /** Loopback is internal, nobody is known. */
    public static final EngineSettings DEFAULT =
            new EngineSettings(List.of("localhost", "127.0.0.1", "::1"), List.of());

    /** Settings with the standard redaction and the usual weights. */
    public EngineSettings(List<String> internalDestinations, List<String> knownDestinations) {
        this(internalDestinations, knownDestinations, RedactionPolicy.DEFAULT);
    }

    /** Settings with the usual weights. */
    public EngineSettings(
            List<String> internalDestinations, List<String> knownDestinations, RedactionPolicy redaction) {
        this(internalDestinations, knownDestinations, redaction, ClassWeights.DEFAULT, RiskWeights.DEFAULT);
    }

    /** Copies the lists. */
    public EngineSettings {
        internalDestinations = List.copyOf(internalDestinations);
        knownDestinations = List.copyOf(knownDestinations);
    }
}
