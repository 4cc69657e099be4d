package io.weir.engine.decide;

import io.weir.engine.settings.ClassWeights;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Signal;
import io.weir.schemas.word.Decision;
import java.util.List;

/**
 * The risk score: a weighted sum of what the engines say, with a floor for calls that were stopped. Weights sum to one.
 */
final class RiskAssessment {

    private static final double CLASSIFIER_WEIGHT = 0.4;
    private static final double CORRELATION_WEIGHT = 0.6;

    private RiskAssessment() {}

    static List<Signal> signals(DecisionInput input, ClassWeights weights) {
        double classifier = input.findings().stream()
                .mapToDouble(finding -> weight(finding, weights))
                .max()
                .orElse(0);
        double correlation =
                input.links().stream().mapToDouble(Link::score).max().orElse(0);
        return List.of(
                new Signal("classifier", classifier, input.findings().size() + " findings"),
                new Signal("correlation", correlation, input.links().size() + " links with earlier reads"));
    }

    static double score(List<Signal> signals, Decision decision) {
        double sum = CLASSIFIER_WEIGHT * signals.get(0).score()
                + CORRELATION_WEIGHT * signals.get(1).score();
        double floor = switch (decision) {
            case DENY -> 0.9;
            case REQUIRE_APPROVAL -> 0.75;
            case SANITIZE -> 0.5;
            case ALLOW -> 0;
        };
        return Math.round(Math.min(1, Math.max(sum, floor)) * 1000) / 1000.0;
    }

    private static double weight(Finding finding, ClassWeights weights) {
        double byConfidence = switch (finding.confidence()) {
            case HIGH -> 1;
            case MEDIUM -> 0.7;
            case LOW -> 0.3;
        };
        return Math.round(weights.of(finding.dataClass()) * byConfidence * 100) / 100.0;
    }
}
