package io.weir.engine.tone;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several expressions, of which each place in a text is asked only those that can begin with its unit. Finds what a
 * pattern of all of them, one after the other between bars, would find; a text of which few places can begin anything
 * is read many times as fast. Which expressions can begin with a unit is told by a matcher that is given this unit and
 * says whether it has failed or wants more.
 *
 * <p>No expression begins with a look-behind that wants something, or with a boundary before a sign. Immutable and safe
 * to share between threads.
 */
final class SiftedPattern {

    private static final int ASCII = 128;
    private static final String WORD_START = "\\b";

    private final List<String> expressions;
    private final List<Pattern> each;
    private final int flags;
    private final Pattern all;

    /** By a unit of ASCII: what can begin with it, and what can begin with it within a word. */
    private final @Nullable Pattern[] anywhere = new Pattern[ASCII];

    private final @Nullable Pattern[] withinWord = new Pattern[ASCII];
    private final Map<Character, Optional<Pattern>> beyondAscii = new ConcurrentHashMap<>();

    /**
     * A pattern.
     *
     * @param flags of {@link Pattern}
     */
    SiftedPattern(List<String> expressions, int flags) {
        this.expressions = List.copyOf(expressions);
        this.flags = flags;
        this.each = expressions.stream()
                .map(expression -> Pattern.compile(expression, flags))
                .toList();
        this.all = Pattern.compile(String.join("|", expressions), flags);
        Map<BitSet, Pattern> known = new HashMap<>();
        for (char unit = 0; unit < ASCII; unit++) {
            BitSet those = beginningWith(unit);
            anywhere[unit] = known.computeIfAbsent(those, this::joined);
            those = isOfWord(unit) ? beginningWithinWords(those) : those;
            withinWord[unit] = known.computeIfAbsent(those, this::joined);
        }
    }

    /**
     * Visits the matches, in order, until the visitor has seen enough.
     *
     * @param visitor says whether to go on
     */
    void forEach(String text, Predicate<Matcher> visitor) {
        Map<Pattern, Matcher> matchers = new HashMap<>();
        boolean more = true;
        for (int at = 0; at < text.length() && more; ) {
            Pattern those = at == 0 ? all : beginningAt(text, at);
            Matcher matcher = those == null ? null : matchers.computeIfAbsent(those, pattern -> matcher(pattern, text));
            if (matcher != null && matcher.region(at, text.length()).lookingAt()) {
                more = visitor.test(matcher);
                at = Math.max(matcher.end(), at + 1);
            } else {
                at++;
            }
        }
    }

    /** Whether there is a match. */
    boolean isIn(String text) {
        boolean[] found = {false};
        forEach(text, match -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    /** Where the matches end. */
    int[] ends(String text) {
        IntStream.Builder ends = IntStream.builder();
        forEach(text, match -> {
            ends.add(match.end());
            return true;
        });
        return ends.build().toArray();
    }

    private @Nullable Pattern beginningAt(String text, int at) {
        char unit = text.charAt(at);
        if (unit >= ASCII) {
            return beyondAscii
                    .computeIfAbsent(unit, one -> Optional.ofNullable(joined(beginningWith(one))))
                    .orElse(null);
        }
        return isOfWord(text.charAt(at - 1)) ? withinWord[unit] : anywhere[unit];
    }

    private BitSet beginningWith(char unit) {
        String text = " " + unit;
        BitSet those = new BitSet();
        for (int i = 0; i < each.size(); i++) {
            Matcher matcher =
                    each.get(i).matcher(text).useAnchoringBounds(false).region(1, 2);
            those.set(i, matcher.lookingAt() || matcher.hitEnd());
        }
        return those;
    }

    private BitSet beginningWithinWords(BitSet those) {
        BitSet rest = (BitSet) those.clone();
        IntStream.range(0, each.size())
                .filter(i -> expressions.get(i).startsWith(WORD_START))
                .forEach(rest::clear);
        return rest;
    }

    private @Nullable Pattern joined(BitSet those) {
        return those.isEmpty()
                ? null
                : Pattern.compile(those.stream().mapToObj(expressions::get).collect(Collectors.joining("|")), flags);
    }

    private static Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Between two of these there is no boundary, whatever a Java version takes for a word. */
    private static boolean isOfWord(char unit) {
        return unit < ASCII && (Character.isLetterOrDigit(unit) || unit == '_');
    }
}
