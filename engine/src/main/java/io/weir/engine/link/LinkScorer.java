package io.weir.engine.link;

import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.DestinationProvenance;
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

    private static final double SIGNAL_SCORE = 0.30;
    private static final double ALERT_SCORE = 0.55;
    private static final double BLOCK_SCORE = 0.78;

    private static final Set<ValueKind> SENSITIVE =
            Set.of(ValueKind.SECRET, ValueKind.CARD, ValueKind.NATIONAL_ID, ValueKind.IBAN);

    private LinkScorer() {}

    /** The weight of a link, or null where too little was copied to speak of one. */
    static @Nullable LinkScore score(
            Write write, int position, SessionRead read, Overlap overlap, DestinationView destination) {
        double content = content(overlap);
        if (content == 0) {
            return null;
        }
        List<String> reasons = new ArrayList<>();
        double score = 0.30 * content;
        reasons.add(line(0.30 * content, contentReason(overlap)));

        double sensitive = sensitive(read, overlap);
        score += 0.15 * sensitive;
        reasons.add(line(0.15 * sensitive, sensitiveReason(read)));

        boolean fromSameRead = !destination.instructed() && destination.reads().contains(position);
        double suspicion = suspicion(destination, write.request() != null) * (fromSameRead ? 0.5 : 1);
        score += 0.55 * suspicion;
        reasons.add(line(0.55 * suspicion, destinationReason(destination, write.request() != null)));

        boolean sink =
                write.carriesOut() && destination.outside() && !follows(write, position, read, overlap, destination);
        if (!sink) {
            score = Math.min(score, SIGNAL_SCORE);
            reasons.add("capped at " + SIGNAL_SCORE + ": the call reads, or nobody outside can see it");
        }
        if (content < 0.5) {
            score = Math.min(score, SIGNAL_SCORE);
            reasons.add("capped at " + SIGNAL_SCORE + ": a single number or date proves no copy");
        }
        return new LinkScore(round(score), tier(score), reasons);
    }

    /**
     * Whether a reading call does no more than follow what was read: the address stood in that read, whole or beside the
     * content, or the content goes back to the host that it came from.
     */
    private static boolean follows(
            Write write, int position, SessionRead read, Overlap overlap, DestinationView destination) {
        if (write.call().verb() != Verb.READ) {
            return false;
        }
        boolean back = write.call().destinations().stream()
                .allMatch(to -> read.origins().contains(to.hash()));
        boolean whole = overlap.runs().stream()
                .anyMatch(run -> write.holdsHost(run.sinkLeaf(), run.sinkStart(), run.sinkEnd()));
        return back || whole || destination.reads().contains(position);
    }

    private static double content(Overlap overlap) {
        if (overlap.textLength() >= 64 || overlap.values().stream().anyMatch(v -> SENSITIVE.contains(v.valueKind()))) {
            return 1;
        }
        if (overlap.textLength() > 0 || overlap.strongValues() > 0) {
            return 0.8;
        }
        boolean several = overlap.count(ValueKind.NUMBER) >= 2 || overlap.count(ValueKind.DATE) >= 3;
        return several ? 0.5 : overlap.values().isEmpty() ? 0 : 0.2;
    }

    private static double sensitive(SessionRead read, Overlap overlap) {
        if (overlap.values().stream().anyMatch(value -> SENSITIVE.contains(value.valueKind()))) {
            return 1;
        }
        return switch (read.sensitivity()) {
            case 0 -> 0;
            case 1 -> 0.3;
            case 2 -> 0.4;
            default -> 0.8;
        };
    }

    private static double suspicion(DestinationView destination, boolean requestKnown) {
        return switch (destination.provenance()) {
            case TOOL_RESPONSE ->
                destination.instructed() ? instructed(destination, requestKnown) : requestKnown ? 0.6 : 0.35;
            case UNKNOWN -> requestKnown && !destination.named() ? 0.55 : 0.2;
            case USER_REQUEST, POLICY -> 0;
        };
    }

    private static double instructed(DestinationView destination, boolean requestKnown) {
        // It may be the person that the user spoke of, or an address made to sound so: a person should look.
        if (destination.hinted()) {
            return 0.5;
        }
        return requestKnown ? 1 : 0.75;
    }

    private static Tier tier(double score) {
        if (score >= BLOCK_SCORE) {
            return Tier.BLOCK;
        }
        return score >= ALERT_SCORE ? Tier.ALERT : Tier.SIGNAL;
    }

    private static String contentReason(Overlap overlap) {
        return overlap.textLength() + " characters of copied text, "
                + overlap.values().size() + " shared values";
    }

    private static String sensitiveReason(SessionRead read) {
        List<DataClass> classes = read.dataClasses();
        return classes.isEmpty() ? "no sensitive data recognised in the source" : "the source holds " + classes;
    }

    private static String destinationReason(DestinationView destination, boolean requestKnown) {
        DestinationProvenance provenance = destination.provenance();
        return switch (provenance) {
            case TOOL_RESPONSE ->
                destination.instructed()
                        ? "the destination was learnt from an instruction in a tool response"
                        : "the destination was learnt from a tool response";
            case UNKNOWN ->
                requestKnown
                        ? "the user's request does not name the destination"
                        : "where the destination came from is unknown";
            case USER_REQUEST -> "the user's request names the destination";
            case POLICY -> "the operator lists the destination";
        };
    }

    private static String line(double points, String reason) {
        return "+" + round(points) + " " + reason;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
