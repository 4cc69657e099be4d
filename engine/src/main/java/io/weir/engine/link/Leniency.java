package io.weir.engine.link;

import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighs links once more without what people have let go, and says in whose name one was lowered. */
final class Leniency {

    private static final double NOTHING_LEFT_SCORE = 0;
    private static final String LOWERED = "lowered from ";

    private final Exemption exemption;
    private final Write rest;
    private final Map<Integer, List<Hit>> hits;
    private final DestinationView destination;

    private Leniency(Exemption exemption, Write rest, Map<Integer, List<Hit>> hits, DestinationView destination) {
        this.exemption = exemption;
        this.rest = rest;
        this.hits = hits;
        this.destination = destination;
    }

    static Leniency of(Write own, SessionIndex index, DestinationView destination, Circumstances circumstances) {
        Exemption exemption = Exemption.of(own, circumstances.declassifications());
        Write rest = exemption.strip(own);
        return new Leniency(exemption, rest, exemption.isNone() ? Map.of() : index.hits(rest), destination);
    }

    /** The weight of a link, lowered to what is left of it where something of it is let go. */
    LinkScore lowered(int position, SessionRead read, LinkScore score) {
        if (exemption.isNone()) {
            return score;
        }
        LinkScore left = left(position, read);
        if (left != null && left.score() >= score.score()) {
            return score;
        }
        Declassification statement = exemption.naming(read);
        List<String> reasons = new ArrayList<>(left == null ? score.reasons() : left.reasons());
        reasons.add(LOWERED + score.tier() + " " + score.score() + ": declassified by " + statement.author()
                + " for '" + statement.purpose() + "' until " + Instant.ofEpochMilli(statement.untilMillis())
                + ", statement " + statement.statementId());
        return left == null
                ? new LinkScore(NOTHING_LEFT_SCORE, Tier.TRACE, reasons)
                : new LinkScore(left.score(), left.tier(), reasons);
    }

    /** Whether a link was lowered because of what people have let go. */
    static boolean hasLowered(Link link) {
        return link.reasons().stream().anyMatch(reason -> reason.startsWith(LOWERED));
    }

    private @Nullable LinkScore left(int position, SessionRead read) {
        if (exemption.ofSource(read.traceId()) != null) {
            return null;
        }
        Overlap overlap = Overlap.of(AddressCopies.without(hits.getOrDefault(position, List.of()), rest));
        return LinkScorer.score(rest, position, read, overlap, destination);
    }
}
