package io.weir.engine.tone;

import io.weir.schemas.word.DestinationKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells from the user's request which kinds of destination the user wants something delivered to. Whoever asks for a
 * summary has not asked for a mail. A heuristic for English; where it is silent, the user asked for no delivery.
 */
public final class RequestReader {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;]\\s|\\n");
    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:meetings?|events?|appointments?|calendar|calls?|invites?|invitations?|reminders?|reservations?|lunch|dinner|sessions?)\\b");

    /** What is told to the user goes nowhere else. */
    private static final Pattern TO_USER = Pattern.compile("\\s{1,3}(?:me|us)\\b");

    /** A wish without a verb in the form of an order. */
    private static final Pattern PASSIVE = Pattern.compile(
            "\\b(?:be|get|gets|have|want) (?:\\w{1,20} ){0,4}(?:sent|e-?mailed|mailed|forwarded|shared|invited|notified|told|informed|paid|transferred|"
                    + "refunded|posted|uploaded|published|delivered)\\b");

    /** The user hands the task over to a text; then what that text orders plainly is what the user asks for. */
    private static final Pattern DELEGATION = Pattern.compile(
            "\\b(?:do|follow|complete|finish|perform|execute|handle|work through|carry out|take care of)\\b.{0,60}"
                    + "\\b(?:tasks?|to-?do|instructions?|steps|action items?|checklist|homework|assignments?)\\b");

    private RequestReader() {}

    private static boolean toUser(String sentence, int end) {
        return TO_USER.matcher(sentence).region(end, sentence.length()).lookingAt();
    }

    /** Kinds of destination that a request asks to deliver to, in declaration order. */
    public static List<DestinationKind> asked(String request) {
        Set<DestinationKind> asked = EnumSet.noneOf(DestinationKind.class);
        for (String sentence : SENTENCE_END.split(request)) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            if (DELEGATION.matcher(lower).find()) {
                return List.of(DestinationKind.values());
            }
            if (PASSIVE.matcher(lower).find()) {
                asked.addAll(Delivery.MESSAGE.kinds());
                asked.addAll(Delivery.PAYMENT.kinds());
            }
            boolean meeting = MEETING.matcher(lower).find();
            OrderWords.forEach(sentence, (end, deliveries) -> {
                for (Delivery delivery : deliveries) {
                    boolean told = delivery == Delivery.SPEECH || delivery == Delivery.ACCESS;
                    if ((delivery != Delivery.MEETING || meeting) && !(told && toUser(sentence, end))) {
                        asked.addAll(delivery.kinds());
                    }
                }
            });
        }
        return List.copyOf(asked);
    }
}
