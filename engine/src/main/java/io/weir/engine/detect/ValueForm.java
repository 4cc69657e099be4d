package io.weir.engine.detect;

import io.weir.schemas.word.ValueKind;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The one written form of a value, so that the same value hashes the same however it was written. Digits of any script
 * become ASCII digits, except in secrets.
 */
public final class ValueForm {

    private ValueForm() {}

    /**
     * The form of a text as a value of a kind; null stands for a phrase. Cards, phone numbers and numbers keep digits
     * only (numbers also sign and point); IBANs, identity numbers and identifiers keep letters and digits, in upper
     * case; addresses go to lower case; secrets stay as they are.
     */
    public static String normalize(@Nullable ValueKind kind, CharSequence text) {
        if (kind == null) {
            return text.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }
        return switch (kind) {
            case SECRET -> text.toString();
            case CARD, PHONE -> keep(text, Character::isDigit);
            case IBAN, NATIONAL_ID, IDENTIFIER ->
                keep(text, Character::isLetterOrDigit).toUpperCase(Locale.ROOT);
            case EMAIL, HOST, WORD -> text.toString().strip().toLowerCase(Locale.ROOT);
            case URL -> url(text.toString().strip());
            case DATE -> keep(text.toString().replaceAll("[./ ]", "-"), c -> true);
            case NUMBER -> keep(text, c -> Character.isDigit(c) || c == '-' || c == '.');
        };
    }

    private static String keep(CharSequence text, IntPredicate wanted) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(wanted).forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            kept.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return kept.toString();
    }

    private static String url(String text) {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        String hostAndPath = rest.split("[?#]", 2)[0];
        int slash = hostAndPath.indexOf('/');
        String host = slash < 0 ? hostAndPath : hostAndPath.substring(0, slash);
        String path = slash < 0 ? "" : hostAndPath.substring(slash);
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return host.toLowerCase(Locale.ROOT) + trimmed;
    }
}
