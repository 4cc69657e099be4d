package io.weir.engine.tone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words by which a text sets itself above the task of whoever reads it. All repeats are bounded. */
final class Overrides {

    private static final Pattern OVERRIDE = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,30}\\b(?:previous|prior|above|earlier|other|all|any|your)\\b"
                            + ".{0,30}\\b(?:instructions?|rules?|messages?|tasks?|prompts?|orders?|guidelines?)\\b",
                    "\\bbefore (?:you|doing|continuing|proceeding|completing|solving|finishing|answering)\\b",
                    "\\bafter (?:you|doing|completing|finishing)(?: (?:do|have done|did|finish|complete))? (?:that|this|it)\\b",
                    "\\b(?:the following|this|these)(?: \\w{1,15})? (?:first|immediately|now|instead)\\b",
                    "\\bimportant (?:message|instructions?|notice|update|task|information)\\b",
                    "\\b(?:new|additional|updated|following|system|real|actual|special|urgent) "
                            + "(?:instructions?|task|objective|directive|prompt|order)\\b",
                    "\\bsystem (?:message|override|notice|maintenance)\\b",
                    "\\b(?:ai|language|virtual|digital) (?:model|assistant|agent)\\b",
                    "\\b(?:do not|don't|never|without) (?:tell|telling|inform|informing|mention|mentioning|notify|notifying"
                            + "|alert|alerting|ask|asking|reveal|show)\\b",
                    "\\b(?:strictly|you must|must first|it is (?:crucial|essential|vital|imperative)|adhere to)\\b",
                    "<(?:important|information|instructions?|system|admin|assistant|task)>"),
            Pattern.CASE_INSENSITIVE);

    private Overrides() {}

    /** A matcher of such words; each find is one place. */
    static Matcher in(CharSequence text) {
        return OVERRIDE.matcher(text);
    }
}
