package io.weir.engine.tone;

import java.util.regex.Pattern;

/** Finds what asks for no delivery, whatever its verbs are: questions, refusals, and what the user is going to do. */
final class NotAsked {

    private static final String QUESTION_WORDS = "what|which|who|whom|whose|when|where|why|how|did|does|was|were";

    /** What asks the assistant to do something begins like a question, too. */
    private static final String NO_REQUEST =
            "(?!.{0,400}\\b(?:please|(?:can|could|would|will|don't) you|how about|what about)\\b)";

    private static final Pattern QUESTION = Pattern.compile(
            "^\\W{0,4}(?:\\w{1,12}[,:] )?" + NO_REQUEST + "(?:(?:" + QUESTION_WORDS
                    + "|is|are|do|has|have|had|am|should|shall|may|must|would)\\b.{0,400}\\?|(?:" + QUESTION_WORDS
                    + ")\\b(?!.{0,400}(?:,|\\b(?:send|tell)\\b)).{0,400}\\W{0,3})$",
            Pattern.DOTALL);

    /** The same in the other languages whose requests are read. */
    private static final Pattern FOREIGN_QUESTION = Pattern.compile(
            "^\\W{0,4}(?:was|wer|wem|wann|wo|wie|warum|welche\\w?|ist|hat|sind|haben"
                    + "|que|quels?|quelles?|qui|quand|o\u00f9|comment|pourquoi|est-ce"
                    + "|qu\u00e9|qui\u00e9n|cu\u00e1ndo|d\u00f3nde|c\u00f3mo|cu\u00e1l\\w{0,2}"
                    + "|che|chi|quando|dove|come|perch\u00e9|qual\\w?|quem|onde|como"
                    + "|wat|wanneer|waar|hoe|welke?|heeft)[\\s'].{0,400}\\?$",
            Pattern.DOTALL);

    /** What the user is going to do. */
    private static final Pattern OWN_PLAN = Pattern.compile(
            "\\b(?i:i|we)(?:'ll| will| shall| am going to| are going to) (?:\\w{1,10}ly |then |just )?\\w{1,20}");

    /** A delivery that shall not be. */
    private static final Pattern REFUSAL = Pattern.compile("(?:\\b(?:not|never|without)|n't)"
            + " (?:send|sending|mail|mailing|post|posting|forward|forwarding|submit|share|pay)(?: it| them| this|"
            + " that| any\\w{1,6})?(?: yet| now)?\\W{0,3}$|\\b(?:nothing|nobody) (?:has|needs|is) to\\b");

    private NotAsked() {}

    /** Whether a sentence in lower case asks for an answer only. */
    static boolean isQuestion(String sentence) {
        return QUESTION.matcher(sentence).find()
                || FOREIGN_QUESTION.matcher(sentence).find();
    }

    /** Whether a sentence in lower case says that nothing shall be delivered. */
    static boolean isRefusal(String sentence) {
        return REFUSAL.matcher(sentence).find();
    }

    /** A sentence without what the user is going to do. */
    static String withoutOwnPlans(String sentence) {
        return OWN_PLAN.matcher(sentence).replaceAll("");
    }
}
