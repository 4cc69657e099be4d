package io.weir.engine.tone;

import io.weir.schemas.word.DestinationKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells from the user's request which kinds of destination the user wants something delivered to. Whoever asks for a
 * summary has not asked for a mail. A heuristic for English and some other languages; where it is silent, the user asked
 * for no delivery. A request in a language that it does not read may ask for any.
 */
public final class RequestReader {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;]\\s|\\n");
    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:meetings?|events?|appointments?|calendar|calls?|invites?|invitations?|reminders?|reservations?|lunch|dinner|sessions?)\\b");

    /** A place on the web that a sentence may ask to deliver to with any verb. */
    private static final Pattern WEB_PLACE = Pattern.compile(
            "\\b(?:webhooks?|endpoints?|urls?|web ?sites?|web ?pages?|forms?|servers?|api|curl|wget|paste ?bin)\\b");

    /** What is told to the user goes nowhere else. */
    private static final Pattern TO_USER = Pattern.compile("\\s{1,3}(?:me|us)\\b");

    /** A wish without a verb in the form of an order. */
    private static final Pattern PASSIVE = Pattern.compile("\\b(?:be|get|gets|have|want) (?:\\w{1,20}"
            + " ){0,4}(?:sent|e-?mailed|mailed|forwarded|shared|invited|notified|told|informed|paid|transferred|"
            + "refunded|posted|uploaded|published|delivered)\\b");

    /** The user hands the task over to a text; then what that text orders plainly is what the user asks for. */
    private static final Pattern DELEGATION =
            Pattern.compile("\\b(?:do|follow|complete|finish|perform|execute|handle|work through|carry out|take care"
                    + " of)\\b.{0,60}\\b(?:tasks?|to-?do|instructions?|steps|action"
                    + " items?|checklist|homework|assignments?)\\b|\\b(?:do|follow|handle|act|deal with|respond"
                    + " to|process|carry out|complete|take care of)\\b.{0,40}"
                    + "\\b(?:says?|asks?|asked|wants?|wanted|tells?|told|needs?|needed|requests?|requested|requires?|required|describes?|"
                    + "described|instructs?|suggests?|written|stated)\\b");

    /** The user speaks of something said elsewhere, which may be anything. */
    private static final Pattern REFERENCE = Pattern.compile(
            "\\b(?:things?|stuff|matters?|tasks?|topics?|work|rest|what)\\b.{0,20}\\b(?:we|i|you)\\b.{0,20}"
                    + "\\b(?:talked|spoke|discussed|agreed|mentioned|told)\\b|\\b(?:way|like|as)"
                    + " (?:we|i|you)\\b.{0,20}\\b(?:talked|spoke|discussed|agreed|mentioned|told|said|planned|arranged)\\b|\\bas"
                    + " (?:discussed|agreed|mentioned|usual|planned|arranged)\\b|\\bwhere (?:we|you|i) left off\\b");

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,30}+");

    /** In a language that is known, at least one of so many words has a role in a sentence. */
    private static final int WORDS_PER_KNOWN_WORD_MAX = 5;

    /** Fewer words may all be rare ones. */
    private static final int WORDS_MIN = 4;

    private RequestReader() {}

    private static boolean toUser(String sentence, int end) {
        return TO_USER.matcher(sentence).region(end, sentence.length()).lookingAt();
    }

    /** Whether the request is in a language whose words are known. Of another, nothing says that it asks for no delivery. */
    private static boolean isReadable(String request) {
        long letters = request.codePoints().filter(Character::isLetter).count();
        if (LATIN.matcher(request).results().count() * 2 < letters) {
            return false;
        }
        List<String> words = WORD.matcher(request.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        long known = words.stream()
                .filter(word -> Grammar.knows(word) || OrderWords.knows(word))
                .count();
        return words.size() < WORDS_MIN || known * WORDS_PER_KNOWN_WORD_MAX >= words.size();
    }

    /** Kinds of destination that a request asks to deliver to, in declaration order. */
    public static List<DestinationKind> asked(String context) {
        String request = Transcript.turnsOfUser(context);
        if (!isReadable(request)) {
            return List.of(DestinationKind.values());
        }
        Set<DestinationKind> asked = EnumSet.noneOf(DestinationKind.class);
        for (String sentence : SENTENCE_END.split(request)) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            if (DELEGATION.matcher(lower).find() || REFERENCE.matcher(lower).find()) {
                return List.of(DestinationKind.values());
            }
            if (PASSIVE.matcher(lower).find()) {
                asked.addAll(Delivery.MESSAGE.kinds());
                asked.addAll(Delivery.PAYMENT.kinds());
            }
            boolean web = WEB_PLACE.matcher(lower).find();
            boolean meeting = MEETING.matcher(lower).find();
            OrderWords.forEach(sentence, (end, deliveries) -> {
                if (web) {
                    asked.addAll(Delivery.PAGE.kinds());
                }
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
