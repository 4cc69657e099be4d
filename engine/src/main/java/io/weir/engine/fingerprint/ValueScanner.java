package io.weir.engine.fingerprint;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the short values of one text: what the detectors found, and besides it web addresses, dates, identifiers (six
 * or more letters and digits with at least three digits) and numbers (at least three digits, years left out).
 *
 * <p>All expressions are character classes with possessive or bounded repeats, so the scan is linear.
 */
final class ValueScanner {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s\"'<>()\\[\\]{}|\\\\]{3,2000}+");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\w-])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?!\\w)");
    // A comma belongs to a number where it groups digits or begins the cents; elsewhere it parts the cells of a table.
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]|(?<=[0-9]),(?=[0-9]{2,3}(?![0-9]))){0,126}+");
    private static final String SENTENCE_MARKS = ".,;:!?*`_-";

    /** A date, an identifier and a number have at least so many. */
    private static final int DIGITS_MIN = 3;

    private final String text;
    private final List<FoundValue> found = new ArrayList<>();
    private final BitSet covered = new BitSet();

    private ValueScanner(String text) {
        this.text = text;
    }

    /**
     * Values by position. What an earlier method found is not looked at again; only addresses may hold a detected
     * value.
     */
    static List<FoundValue> scan(String text, List<Detection> detections) {
        ValueScanner scanner = new ValueScanner(text);
        detections.forEach(scanner::addDetection);
        // Most texts have neither addresses nor digits, and to look for a character is cheaper than to match.
        if (text.contains("://") || hasWww(text)) {
            scanner.addAddresses();
        }
        if (hasDigits(text, DIGITS_MIN)) {
            scanner.addMatches(DATE, ValueKind.DATE);
            scanner.addMatches(TOKEN, null);
        }
        scanner.found.sort(Comparator.comparingInt(FoundValue::start));
        return scanner.found;
    }

    private static boolean hasWww(String text) {
        for (int dot = text.indexOf('.', 3); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (text.regionMatches(true, dot - 3, "www", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigits(String text, int count) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < count; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits >= count;
    }

    private void addDetection(Detection detection) {
        ValueKind kind = detection.valueKind();
        if (kind != null) {
            add(kind, detection.start(), detection.end());
        }
    }

    private void addMatches(Pattern pattern, @Nullable ValueKind fixedKind) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int end = withoutSentenceMarks(matcher.start(), matcher.end());
            ValueKind kind = fixedKind != null ? fixedKind : tokenKind(matcher.start(), end);
            if (kind != null) {
                add(kind, matcher.start(), end);
            }
        }
    }

    // A detected value inside an address does not make it less of an address.
    private void addAddresses() {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            int end = withoutSentenceMarks(matcher.start(), matcher.end());
            covered.set(matcher.start(), end);
            found.add(new FoundValue(ValueKind.URL, matcher.start(), end));
        }
    }

    private void add(ValueKind kind, int start, int end) {
        if (!isCovered(start, end)) {
            covered.set(start, end);
            found.add(new FoundValue(kind, start, end));
        }
    }

    // Not nextSetBit: it would walk on to the next value, however far away that is.
    private boolean isCovered(int start, int end) {
        for (int i = start; i < end; i++) {
            if (covered.get(i)) {
                return true;
            }
        }
        return false;
    }

    private int withoutSentenceMarks(int start, int end) {
        int trimmed = end;
        while (trimmed > start + 1 && SENTENCE_MARKS.indexOf(text.charAt(trimmed - 1)) >= 0) {
            trimmed--;
        }
        return trimmed;
    }

    private @Nullable ValueKind tokenKind(int start, int end) {
        int digits = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        if (digits >= DIGITS_MIN && letters + digits >= 6) {
            return ValueKind.IDENTIFIER;
        }
        return digits >= DIGITS_MIN && letters == 0 && !isYear(start, end) ? ValueKind.NUMBER : null;
    }

    private boolean isYear(int start, int end) {
        return end - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
    }
}
