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
 * summary has not asked for a mail. A heuristic for English and some other languages; where it is silent, the user
 * asked for no delivery. A request in a language that it does not read may ask for any.
 */
public final class RequestReader {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s|\\n");

    /** What is told to the user goes nowhere else. */
    private static final Pattern TO_USER = Pattern.compile("\\s{1,3}(?:me|us)\\b");

    /**
     * The user hands the task over to a text, so that what it orders plainly is what the user asks for; or speaks of
     * something said elsewhere, which may be anything.
     */
    private static final SiftedPattern HANDED_OVER = new SiftedPattern(
            List.of(
                    "\\b(?:do|follow|complete|finish|perform|execute|handle|work through|carry out|take care"
                            + " of)\\b.{0,60}\\b(?:tasks?|to-?do|instructions?|steps|action"
                            + " items?|checklist|homework|assignments?)\\b",
                    "\\b(?:do|follow|handle|act|deal with|respond to|process|carry out|complete|take care of)\\b.{0,40}"
                            + "\\b(?:says?|asks?|asked|wants?|wanted|tells?|told|needs?|needed|requests?|requested|"
                            + "requires?|required|describes?|described|instructs?|suggests?|written|stated)\\b",
                    "\\b(?:things?|stuff|matters?|tasks?|topics?|work|rest|what)\\b.{0,20}\\b(?:we|i|you)\\b.{0,20}"
                            + "\\b(?:talked|spoke|discussed|agreed|mentioned|told)\\b",
                    "\\b(?:way|like|as) (?:we|i|you)\\b.{0,20}"
                            + "\\b(?:talked|spoke|discussed|agreed|mentioned|told|said|planned|arranged)\\b",
                    "\\bas (?:discussed|agreed|mentioned|usual|planned|arranged)\\b",
                    "\\bwhere (?:we|you|i) left off\\b"),
            0);

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,30}+");

    /** In a language that is known, at least one of so many words has a role in a sentence. */
    private static final int WORDS_PER_KNOWN_WORD_MAX = 5;

    /** Fewer words may all be rare ones. */
    private static final int WORDS_MIN = 4;

    private final Set<Topic> topics;
    private final Set<DestinationKind> asked = EnumSet.noneOf(DestinationKind.class);
    private final Set<DestinationKind> open = EnumSet.noneOf(DestinationKind.class);
    private boolean addressed;

    private RequestReader(Set<Topic> topics) {
        this.topics = topics;
    }

    private static boolean toUser(String sentence, int end) {
        return TO_USER.matcher(sentence).region(end, sentence.length()).lookingAt();
    }

    /**
     * Whether the request is in a language whose words are known. Of another, nothing says that it asks for no
     * delivery.
     */
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

    /** Reads a request. */
    public static RequestReading read(String context) {
        String request = Transcript.turnsOfUser(context);
        if (!isReadable(request)) {
            return RequestReading.ANYTHING;
        }
        String whole = request.toLowerCase(Locale.ROOT);
        RequestReader reader = new RequestReader(Topic.of(whole));
        for (String sentence : SENTENCE_END.split(request)) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            if (NotAsked.isQuestion(lower) || NotAsked.isRefusal(lower)) {
                continue;
            }
            if (HANDED_OVER.isIn(lower)) {
                return RequestReading.ANYTHING;
            }
            reader.add(NotAsked.withoutOwnPlans(sentence));
        }
        return reader.reading(Wishes.isLeftToReader(whole) || Wishes.isStatement(whole));
    }

    private void add(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        Set<Topic> spokenOf = Topic.of(lower);
        boolean addresses = Recipients.areAddresses(sentence);
        addressed |= addresses;
        if (Wishes.isWish(lower)) {
            add(Delivery.MESSAGE, spokenOf, addresses);
        }
        OrderWords.forEachInRequest(
                sentence,
                (end, deliveries) -> deliveries.stream()
                        .filter(delivery -> !isTold(delivery) || !toUser(sentence, end))
                        .forEach(delivery -> add(
                                delivery, spokenOf, addresses || (addressed && Recipients.areThose(sentence, end)))));
    }

    private static boolean isTold(Delivery delivery) {
        return delivery == Delivery.SPEECH || delivery == Delivery.ACCESS;
    }

    /** Whoever makes or sets something makes no appointment by that, unless the sentence speaks of one. */
    private void add(Delivery delivery, Set<Topic> spokenOf, boolean atAddresses) {
        boolean meant = delivery != Delivery.MEETING || spokenOf.contains(Topic.MEETING);
        Set<DestinationKind> kinds = EnumSet.noneOf(DestinationKind.class);
        kinds.addAll(meant ? delivery.kinds() : Set.of());
        kinds.addAll(spokenOf.contains(Topic.PAGE) ? Delivery.PAGE.kinds() : Set.of());
        kinds.addAll(topics.contains(Topic.MONEY) ? Delivery.PAYMENT.kinds() : Set.of());
        asked.addAll(kinds);
        open.addAll(atAddresses ? Set.of() : kinds);
    }

    /**
     * What the sentences come to.
     *
     * @param left whether the request as a whole leaves a delivery to its reader, which need not be in any sentence
     */
    private RequestReading reading(boolean left) {
        if (left && asked.isEmpty()) {
            add(Delivery.MESSAGE, topics, false);
        }
        List<DestinationKind> atAddresses =
                asked.stream().filter(kind -> !open.contains(kind)).toList();
        return new RequestReading(List.copyOf(asked), atAddresses, topics.contains(Topic.TEXT));
    }
}
