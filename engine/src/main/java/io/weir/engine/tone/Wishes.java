package io.weir.engine.tone;

import java.util.regex.Pattern;

/**
 * Finds sentences by which a user wants somebody else to get something, though no verb orders it: "the auditor is still
 * waiting for the notes". {@code wishes.txt} and {@code wishes-elsewhere.txt} list the expressions.
 */
final class Wishes {

    private static final SiftedPattern WISH = new SiftedPattern(Expressions.of("wishes.txt"), Pattern.DOTALL);
    private static final SiftedPattern LEFT_TO_READER =
            new SiftedPattern(Expressions.of("wishes-elsewhere.txt"), Pattern.DOTALL);

    /** What a delivery that has not happened is told by. */
    private static final Pattern MISSING =
            Pattern.compile("\\b(?:received?|told|informed|arrived?|gone out|got|get|sent|"
                    + "delivered|waiting|unanswered|answer|owe|promised|reached|with the)\\b");

    /** The beginning of a sentence that says how things are, and not what to do. */
    private static final Pattern STATEMENT = Pattern.compile("(?:^|[.!?;\\n]\\s{0,4})(?:the|our|my|his|her|their|an?|"
            + "every\\w{0,4}|each|he|she|they|this|that|these|those|there|some\\w{3,4}|nobody|it|it's|he's|she's)\\b");

    /** What asks for an answer, or for work on something of the user's own. */
    private static final Pattern FOR_USER = Pattern.compile("\\?|\\b(?:me|i|we|us|what|which|how|why|who|when|where|"
            + "whether|read|summar\\w{1,8}|list|show|find|check|explain|look|search|compare|count|fix|repair|correct|"
            + "improve|clean|sort|rewrite|change|rename|delete|remove|install|build|run|test|make it|turn)\\b");

    private Wishes() {}

    /** Whether a sentence in lower case that is no question is a wish. */
    static boolean isWish(String sentence) {
        return WISH.isIn(sentence);
    }

    /** Whether a request in lower case speaks of a delivery that is missing, and leaves that to its reader. */
    static boolean isLeftToReader(String request) {
        return LEFT_TO_READER.isIn(request) && MISSING.matcher(request).find();
    }

    /**
     * Whether a request in lower case only states something of others: whoever asks for nothing else wants somebody to
     * do something about that.
     */
    static boolean isStatement(String request) {
        return STATEMENT.matcher(request).find() && !FOR_USER.matcher(request).find();
    }
}
