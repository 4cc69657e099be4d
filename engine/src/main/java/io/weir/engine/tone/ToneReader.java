package io.weir.engine.tone;

import io.weir.schemas.word.InstructionTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an address in a text is where an order wants something delivered. Data names an address in a field or
 * states a fact; an injected instruction orders its reader to send something there, and often sets itself above the
 * reader's task.
 *
 * <p>A heuristic on ordinary words of English and, with fewer words, of some other languages, weighed by the linker,
 * never decisive by itself. What it knows of the whole text is read once, and only when it is needed, so its time is
 * linear. For one thread.
 */
public final class ToneReader {

    /** UTF-16 units before an address in which its order stands. */
    private static final int SENTENCE_UNITS_MAX = 320;

    /** UTF-16 units before an address in which words of override count. */
    private static final int OVERRIDE_UNITS_BEFORE = 700;

    /** UTF-16 units after an address in which words of override count. */
    private static final int OVERRIDE_UNITS_AFTER = 320;

    /** UTF-16 units right before an address in which a dictated call is looked for. */
    private static final int ARGUMENT_UNITS_MAX = 120;

    private static final int NAMES_MAX = 64;

    /** A full stop, an empty line, a field's name of few words at the start of a line, a tag. */
    private static final SiftedPattern SENTENCE_START = new SiftedPattern(
            List.of(
                    "[.!?\\u061F][\"')\\]]{0,2}\\s",
                    "[\\u3002\\uFF01\\uFF1F\\u0964]",
                    "\\n\\s{0,40}\\n",
                    "(?:^|\\n"
                            + ")[ \\t\"'{-]{0,40}[\\w-]{1,30}(?: [\\w-]{1,30}){0,3}(?<!"
                            + " (?:to|at|with|via))[\"']?:(?=\\s)",
                    "<[^<>]{0,60}>"),
            0);

    /** The last words before an address that is an argument of a dictated call; a field of data ends the same. */
    private static final Pattern ARGUMENT =
            Pattern.compile("\\b(?:call|tools?|function|arguments?|parameters?|args|using|use|run)\\b.{0,80}"
                    + "\\b(?:to|recipients?|e-?mails?|urls?|account|iban|users?|channel|participants?|address|destination)"
                    + "[\"']?\\s{0,2}[:=]\\s{0,2}[\"'\\[({]{0,4}$");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[nrt\"'\\\\ ]|\\R\\s{0,40}\\\\?)");

    /** Signs that nobody sees, which stand between the words of hidden orders; after a mark they belong to a letter. */
    private static final Pattern INVISIBLE = Pattern.compile("(?<!\\p{M})\\p{Cf}{1,64}");

    /** An order that names nobody who shall carry it out. */
    private static final SiftedPattern PASSIVE = new SiftedPattern(
            List.of("\\b(?:must|should|shall|to|please|needs?) be\\s{1,12}(?:\\w{1,15}\\s{1,12})?"
                    + "(?:sent|e-?mailed|mailed|forwarded|shared|delivered|transferred|posted|uploaded|submitted|passed|paid|wired|copied|handed|"
                    + "transmitted|reported|published|dispatched|disclosed|provided|routed|directed)\\b"),
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final AddressLead lead;
    private int @Nullable [] sentenceStarts;
    private int @Nullable [] verbs;
    private int @Nullable [] orders;
    private int @Nullable [] overrides;

    /** A reader of one text. */
    public ToneReader(String text) {
        String visible = visible(text);
        this.text = visible.indexOf('\\') < 0 ? visible : unescaped(visible);
        this.lead = new AddressLead(this.text);
    }

    /** How the text speaks of the address in a range; null where it only names it. */
    public @Nullable InstructionTone toneOf(int start, int end) {
        boolean argument = isArgument(start) && isOrdered(start);
        if (!argument && !isOrderedPlainly(start, end)) {
            return null;
        }
        if (isOverridden(start, end)) {
            return InstructionTone.OVERRIDE;
        }
        return argument ? null : InstructionTone.ORDER;
    }

    private boolean isOrderedPlainly(int start, int end) {
        return lead.isDemanding(end)
                || OrdersAround.order(text, start, end)
                || (lead.isCommanded(start) && isOrdered(start))
                || (lead.leadsTo(start) && (isOrdered(start) || lead.isOrderedFromBehind(end)));
    }

    /** The plain names that the text orders to deliver to, at most 64. */
    public List<OrderedName> orderedNames() {
        List<OrderedName> found = new ArrayList<>();
        PlaceNames.forEach(text, (place, start, end) -> {
            InstructionTone tone = toneOf(place, end);
            return tone == null || isRoomAfter(found, new OrderedName(start, end, tone));
        });
        PlaceNames.forEachPublication(text, verbs(), (place, start, end) -> {
            InstructionTone tone = toneOfPublication(start, end);
            return tone == null || isRoomAfter(found, new OrderedName(start, end, tone));
        });
        PlaceNames.forEachDescription(
                text,
                verbs(),
                (place, start, end) -> !isOverridden(start, end)
                        || toneOf(start, end) != InstructionTone.OVERRIDE
                        || isRoomAfter(found, new OrderedName(start, end, InstructionTone.OVERRIDE)));
        return found;
    }

    /**
     * Whoever keeps a page or a project invites its readers to write issues and reviews; few set that above a task. Few
     * ask to paste something somewhere.
     */
    private @Nullable InstructionTone toneOfPublication(int start, int end) {
        if (isOverridden(start, end)) {
            return InstructionTone.OVERRIDE;
        }
        return PlaceNames.isPaste(text, start, end) ? InstructionTone.ORDER : null;
    }

    private static boolean isRoomAfter(List<OrderedName> found, OrderedName name) {
        if (found.size() < NAMES_MAX) {
            found.add(name);
        }
        return found.size() < NAMES_MAX;
    }

    private static String visible(String text) {
        return Expressions.isAscii(text)
                ? text
                : INVISIBLE.matcher(text).replaceAll(signs -> " ".repeat(signs.end() - signs.start()));
    }

    /** A response often quotes its text, so that a line break is two signs and the word after it would start with n. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            String sign = escape.group().startsWith("n", 1) ? "\n" : " ";
            return sign + " ".repeat(escape.end() - escape.start() - 1);
        });
    }

    private boolean isArgument(int address) {
        int end = skipBack(address, c -> " \"'[({".indexOf(c) >= 0);
        boolean assigned = end > 0 && ":=".indexOf(text.charAt(end - 1)) >= 0;
        String before = assigned ? text.substring(Math.max(0, address - ARGUMENT_UNITS_MAX), address) : "";
        return assigned && ARGUMENT.matcher(before.toLowerCase(Locale.ROOT)).find();
    }

    private int skipBack(int end, IntPredicate skipped) {
        int at = end;
        while (at > Math.max(0, end - SENTENCE_UNITS_MAX) && skipped.test(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether a verb of the same sentence orders a delivery. */
    private boolean isOrdered(int address) {
        if (sentenceStarts == null) {
            sentenceStarts = SENTENCE_START.ends(text);
        }
        if (orders == null) {
            orders = IntStream.concat(IntStream.of(verbs()), IntStream.of(PASSIVE.ends(text)))
                    .sorted()
                    .toArray();
        }
        int start = lastUpTo(sentenceStarts, address);
        int sentence = Math.max(
                lead.isDesignated(address) ? lastUpTo(sentenceStarts, start - 1) : start, address - SENTENCE_UNITS_MAX);
        return lastUpTo(orders, address) > sentence;
    }

    private int[] verbs() {
        if (verbs == null) {
            IntStream.Builder ends = IntStream.builder();
            OrderWords.forEach(text, (end, deliveries) -> ends.add(end));
            verbs = ends.build().toArray();
        }
        return verbs;
    }

    private boolean isOverridden(int start, int end) {
        if (overrides == null) {
            overrides = Overrides.ends(text);
        }
        return lastUpTo(overrides, end + OVERRIDE_UNITS_AFTER) > start - OVERRIDE_UNITS_BEFORE;
    }

    /** The last of some ascending places that is at most {@code place}, or a place far before the text. */
    private static int lastUpTo(int[] places, int place) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Integer.MIN_VALUE / 2 : places[low - 1];
    }
}
