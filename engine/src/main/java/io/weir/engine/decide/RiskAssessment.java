package io.weir.engine.decide;

import io.weir.engine.settings.ClassWeights;
import io.weir.engine.settings.RiskEngines;
import io.weir.engine.settings.RiskWeights;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Signal;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * The risk score: the weighted mean of what the engines say that have something to say, never less than what classifier
 * and correlation say by themselves; shifted by what is known of the agent; with a floor for calls that were stopped,
 * or that a feed of threats lists. Weights sum to one.
 */
final class RiskAssessment {

    /** What an agent without any trust adds to the score. */
    private static final double DISTRUST_SHIFT = 0.20;

    /** What a long clean record takes off. */
    private static final double CLEAN_SHIFT = -0.10;

    private static final double LISTED_FLOOR = 0.75;

    private RiskAssessment() {}

    static List<Signal> signals(DecisionInput input, ClassWeights weights) {
        double classifier = input.findings().stream()
                .mapToDouble(finding -> weight(finding, weights))
                .max()
                .orElse(0);
        double correlation =
                input.links().stream().mapToDouble(Link::score).max().orElse(0);
        List<Signal> signals = new ArrayList<>();
        signals.add(
                new Signal(RiskEngines.CLASSIFIER, classifier, input.findings().size() + " findings"));
        signals.add(
                new Signal(RiskEngines.CORRELATION, correlation, input.links().size() + " links with earlier reads"));
        signals.addAll(input.others());
        return signals;
    }

    static double score(List<Signal> signals, Decision decision, RiskWeights weights) {
        double sum = Math.max(mean(signals.subList(0, 2), weights), mean(signals, weights));
        double shifted = sum + shift(signals);
        double floor = Math.max(isListed(signals) ? LISTED_FLOOR : 0, floor(decision));
        return Math.round(Math.min(1, Math.max(shifted, floor)) * 1000) / 1000.0;
    }

    /** Whether the call goes where a feed of threats says that nobody should. */
    static boolean isListed(List<Signal> signals) {
        return signals.stream()
                .anyMatch(signal -> signal.engine().equals(RiskEngines.THREAT_INTEL) && signal.score() >= 1);
    }

    private static double mean(List<Signal> signals, RiskWeights weights) {
        double weighed = 0;
        double weight = 0;
        for (Signal signal : signals) {
            weighed += weights.of(signal.engine()) * signal.score();
            weight += weights.of(signal.engine());
        }
        return weight == 0 ? 0 : weighed / weight;
    }

    private static double shift(List<Signal> signals) {
        double shift = 0;
        for (Signal signal : signals) {
            shift += switch (signal.engine()) {
                case RiskEngines.TRUST -> DISTRUST_SHIFT * signal.score();
                case RiskEngines.CLEAN_RECORD -> CLEAN_SHIFT * signal.score();
                default -> 0;
            };
        }
        return shift;
    }

    private static double floor(Decision decision) {
        return switch (decision) {
            case DENY -> 0.9;
            case REQUIRE_APPROVAL -> 0.75;
            case SANITIZE -> 0.5;
            case ALLOW -> 0;
        };
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
