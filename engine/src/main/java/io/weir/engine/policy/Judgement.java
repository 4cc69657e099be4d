package io.weir.engine.policy;

import io.weir.schemas.event.Link;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.util.List;

/**
 * What the judgement says before policies are asked.
 *
 * @param decision by links and data
 * @param riskScore 0..1
 * @param riskBand the score in four steps
 * @param links connections with earlier reads, strongest first
 */
public record Judgement(Decision decision, double riskScore, RiskBand riskBand, List<Link> links) {

    /** Copies the list. */
    public Judgement {
        links = List.copyOf(links);
    }

    /** A judgement with the usual bands. */
    public Judgement(Decision decision, double riskScore, List<Link> links) {
        this(decision, riskScore, RiskBand.of(riskScore), links);
    }
}
