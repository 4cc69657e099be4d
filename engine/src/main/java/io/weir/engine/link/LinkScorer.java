package io.weir.engine.link;

import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs a link by the four questions: how much content was copied, how sensitive its source is, where the destination
 * came from and who can see it, and whether the user asked for it. Overlap alone never gets beyond a signal.
 */
final class LinkScorer {

    private static final double SIGNAL_SCORE = 0.45;
    private static final double ALERT_SCORE = 0.55;
    private static final double BLOCK_SCORE = 0.78;

    /** Just below the next tier, for what must not reach it. */
    private static final double TRACE_MAX = SIGNAL_SCORE - 0.01;

    private static final double SIGNAL_MAX = ALERT_SCORE - 0.01;

    private static final double ALERT_MAX = BLOCK_SCORE - 0.01;

    private static final double CONTENT_WEIGHT = 0.30;
    private static final double SENSITIVITY_WEIGHT = 0.15;
    private static final double SUSPICION_WEIGHT = 0.55;

    /** For a secret that goes where a text says, by a request that may ask for anything. */
    private static final double UNCLEAR_WEIGHT = 0.12;

    /** Text of this length is a copy, whatever it says. */
    private static final int LONG_TEXT_UNITS = 64;

    private static final Set<ValueKind> SENSITIVE =
            Set.of(ValueKind.SECRET, ValueKind.CARD, ValueKind.NATIONAL_ID, ValueKind.IBAN);

    private LinkScorer() {}

    /** The weight of a link, or null where there is too little to speak of one. */
    static @Nullable LinkScore score(
            Write write, int position, SessionRead read, Overlap overlap, DestinationView destination) {
        boolean overridden = destination.tone() == InstructionTone.OVERRIDE;
        boolean requestKnown = write.request() != null;
        boolean unasked = requestKnown && destination.tone() != null && Suspicion.of(destination, true) == 1;
        boolean obeys =
                (overridden || unasked) && destination.outside() && write.call().verb() != Verb.READ;
        if (overlap.isEmpty() && !obeys) {
            return null;
        }
        List<String> reasons = new ArrayList<>();
        double content = content(overlap);
        double score = add(reasons, CONTENT_WEIGHT * content, contentReason(overlap));
        score += add(reasons, SENSITIVITY_WEIGHT * sensitivity(read, overlap), sensitivityReason(read));
        boolean reply = destination.tone() == null && destination.reads().contains(position);
        double suspicion = Suspicion.of(destination, requestKnown) * (reply ? 0.5 : 1);
        score += add(reasons, SUSPICION_WEIGHT * suspicion, Suspicion.reason(destination, requestKnown));
        if (destination.tone() == InstructionTone.ORDER && mayAskForAnything(write) && holdsSecret(overlap)) {
            score += add(
                    reasons,
                    UNCLEAR_WEIGHT,
                    "a secret, and the user's request says of no delivery which one it asks for");
        }
        boolean sink = write.carriesOut()
                && destination.outside()
                && !AddressCopies.follows(write, position, read, destination);
        if (!sink) {
            score = capped(reasons, score, TRACE_MAX, "the call reads, or nobody outside can see it");
        }
        if (content < 0.5) {
            // Whoever obeys an order above the task has been taken over, whatever can be proven of what went out.
            double most = overridden ? ALERT_MAX : SIGNAL_MAX;
            score = capped(reasons, score, most, "so little content proves no copy");
        }
        return new LinkScore(round(score), tier(score), reasons);
    }

    /** The weight of a command that reads something and sends it, which no content proves. */
    static LinkScore declared(boolean grave, DestinationView destination, boolean requestKnown) {
        List<String> reasons = new ArrayList<>();
        double score = add(
                reasons,
                CONTENT_WEIGHT * (grave ? 1 : 0.5),
                grave
                        ? "the command itself reads what is named like a secret, and sends it"
                        : "the command itself reads something and sends it");
        score += add(reasons, grave ? SENSITIVITY_WEIGHT : 0, "as far as the names of its files tell");
        score += add(
                reasons,
                SUSPICION_WEIGHT * Suspicion.of(destination, requestKnown),
                Suspicion.reason(destination, requestKnown));
        if (!destination.outside()) {
            score = capped(reasons, score, TRACE_MAX, "nobody outside can see it");
        } else if (!grave && destination.tone() != InstructionTone.OVERRIDE) {
            score = capped(reasons, score, SIGNAL_MAX, "nothing tells that it is sensitive");
        }
        return new LinkScore(round(score), tier(round(score)), reasons);
    }

    private static boolean mayAskForAnything(Write write) {
        return write.request() != null && write.request().mayAskForAnything();
    }

    private static boolean holdsSecret(Overlap overlap) {
        return overlap.values().stream().anyMatch(value -> value.valueKind() == ValueKind.SECRET);
    }

    private static double capped(List<String> reasons, double score, double most, String why) {
        if (score > most) {
            reasons.add("capped at " + round(most) + ": " + why);
        }
        return Math.min(score, most);
    }

    private static double content(Overlap overlap) {
        if (overlap.textLength() >= LONG_TEXT_UNITS
                || overlap.values().stream().anyMatch(v -> SENSITIVE.contains(v.valueKind()))) {
            return 1;
        }
        if (overlap.textLength() > 0 || overlap.strongValues() > 0) {
            return 0.8;
        }
        boolean several = overlap.count(ValueKind.NUMBER) >= 2 || overlap.count(ValueKind.DATE) >= 3;
        return several ? 0.5 : overlap.values().isEmpty() ? 0 : 0.2;
    }

    private static double sensitivity(SessionRead read, Overlap overlap) {
        if (overlap.values().stream().anyMatch(value -> SENSITIVE.contains(value.valueKind()))) {
            return 1;
        }
        double source = switch (read.sensitivity()) {
            case 0 -> 0;
            case 1 -> 0.3;
            case 2 -> 0.4;
            default -> 0.8;
        };
        // A short piece of a sensitive source is seldom the sensitive piece.
        return overlap.textLength() >= LONG_TEXT_UNITS ? source : source * 0.4;
    }

    private static Tier tier(double score) {
        if (score >= BLOCK_SCORE) {
            return Tier.BLOCK;
        }
        if (score >= ALERT_SCORE) {
            return Tier.ALERT;
        }
        return score >= SIGNAL_SCORE ? Tier.SIGNAL : Tier.TRACE;
    }

    private static String contentReason(Overlap overlap) {
        return overlap.isEmpty()
                ? "no copied content found"
                : overlap.textLength() + " characters of copied text, "
                        + overlap.values().size() + " shared values";
    }

    private static String sensitivityReason(SessionRead read) {
        List<DataClass> classes = read.dataClasses();
        return classes.isEmpty() ? "no sensitive data recognised in the source" : "the source holds " + classes;
    }

    private static double add(List<String> reasons, double points, String reason) {
        reasons.add("+" + round(points) + " " + reason);
        return points;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
