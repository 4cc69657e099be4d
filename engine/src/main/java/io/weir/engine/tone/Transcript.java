package io.weir.engine.tone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the user said in a talk that was written down with the names of those who speak. */
final class Transcript {

    private static final Pattern TURN = Pattern.compile(
            "(?im)^\\h{0,8}[*#\\[<]{0,3}(?:(user|human|customer)|assistant|agent|bot|ai|model|system|tool)[*\\]>]{0,3}\\h?:[*]{0,2}");

    private Transcript() {}

    /** The turns of the user, or the whole text where none is marked as the user's and another as somebody else's. */
    static String turnsOfUser(String text) {
        StringBuilder said = new StringBuilder();
        Matcher turns = TURN.matcher(text);
        boolean ofUser = false;
        boolean others = false;
        int start = 0;
        while (turns.find()) {
            said.append(ofUser ? text.substring(start, turns.start()) : "");
            ofUser = turns.group(1) != null;
            others |= !ofUser;
            start = turns.end();
        }
        said.append(ofUser ? text.substring(start) : "");
        return others && !said.isEmpty() ? said.toString() : text;
    }
}
