package io.weir.engine.tone;

import io.weir.engine.words.WordLists;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request speaks of, by its words; {@code topics.properties} lists them. */
enum Topic {
    /** An appointment, or an entry about somebody. */
    MEETING,
    /** Money. */
    MONEY,
    /** A place on the web. */
    PAGE,
    /** A text of somebody else, which may say where to. */
    TEXT;

    private static final Map<String, Set<Topic>> BY_WORD =
            WordLists.read(Topic.class, "topics.properties", Topic.class);

    private static final Pattern WORD = Pattern.compile("\\p{L}{1,30}+");

    /** An amount, or the number of an account. */
    private static final Pattern SUM = Pattern.compile(
            "[$\u20AC\u00A3]|\\b\\d{1,7}[.,]\\d{2}\\b|\\bgets \\d|\\bsend (?:\\p{L}{1,20} ){0,3}\\d{1,7}\\b"
                    + "|(?:^|: )\\d{1,9} (?:\\p{L}{1,8} )?to\\b|\\b[a-z]{2}\\d{2}[a-z0-9]{8}");

    private static final Pattern FILE_OR_HOST = Pattern.compile("\\w\\.[a-z]{2,4}\\b");

    /** The topics of a text in lower case. */
    static Set<Topic> of(String text) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        WORD.matcher(text).results().forEach(word -> topics.addAll(BY_WORD.getOrDefault(word.group(), Set.of())));
        if (SUM.matcher(text).find()) {
            topics.add(MONEY);
        }
        if (FILE_OR_HOST.matcher(text).find()) {
            topics.add(TEXT);
        }
        return topics;
    }
}
