package io.weir.engine.rule;

/**
 * What stands between a name and its value, as plain expressions. Every part is possessive, so that a separator ends in
 * one place only.
 */
final class Separator {

    // Bold type, and the elements and quotes of a page that a name or a value stands in.
    private static final String TAG = "(?i:b|strong|code|kbd|span|td|dd|th|dt)>";
    private static final String QUOTE = "&(?i:quot);";
    private static final String BEHIND_NAME = "(?:\\*\\*|</" + TAG + "|" + QUOTE + ")?+";
    private static final String BEFORE_VALUE = "(?:\\*\\*|</?+" + TAG + "|" + QUOTE + ")?+";

    private static final String CLOSERS = "\\\\{0,3}+" + BEHIND_NAME + "[\"'`)\\]]{0,3}+[ \\t]{0,8}+";

    private static final String TYPE =
            "(?:[: \\t]{0,3}+(?<=[: \\t])&?+(?i:string|str|bytes|text|varchar)[ \\t]{0,4}+(?=[:.?]{0,2}+=))?+";

    // <add key="name" value="..."/>, and name: x, newline, value: "..."
    private static final String VALUE_WORD = "[,;]?+[ \\t]{0,2}+(?:\\\\?+[\\r\\n]{1,2}+)?+[ \\t]{0,16}+(?:- )?+[\"']?+"
            + "(?<![A-Za-z0-9_])(?i:value)[\"']?+[ \\t]{0,2}+[=:]";

    private static final String SIGN = "=>|->|\\|{1,2}+|<(?i:td|dd)>|:{1,3}+=|[?.!+]={1,2}+|={1,3}+|:{1,3}+|>|"
            + ",(?=[ \\t\\r\\n]{0,8}+\\\\{0,3}+[\"'`])|\\((?=\\\\{0,3}+[\"'`])|(?=\\\\{0,3}+[\"'`])";

    private static final String OPENERS = "[ \\t]{0,8}+(?:\\\\?+[\\r\\n]{1,2}+[ \\t]{1,16}+)?+[\\[({]?+[ \\t]{0,2}+"
            + BEFORE_VALUE + "[ \\t]{0,2}+(?:[@$brfu](?=[\"']))?+\\\\{0,3}+[\"'`]{0,3}+";

    private static final String FLAG = "(?<=--[A-Za-z0-9_-]{1,40})[ \\t]{1,4}+[\"']?+";

    private static final String SENTENCE = "\\\\{0,3}+[\"')\\]]{0,2}+[ \\t]{0,4}+"
            + "(?i:(?:is|was|on|no|number)(?![a-z])[.:]?+)?+[ \\t]{0,4}+[:=#]?+[ \\t]{0,4}+\\\\{0,3}+[\"'(#]{0,2}+";

    /** In code and configuration; after a command line's {@code --name} a blank does as well. */
    static final String CODE =
            "(?:" + CLOSERS + TYPE + "(?>" + VALUE_WORD + "|" + SIGN + ")" + OPENERS + "|" + FLAG + ")";

    /** In prose, where "is", "no." or a blank do as well. */
    static final String PROSE = CODE.substring(0, CODE.length() - 1) + "|" + SENTENCE + ")";

    private Separator() {}
}
