package io.weir.engine.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values that stand for a secret and are none: templates, masks, documentation. */
final class Placeholder {

    private static final List<String> MARKS = List.of(
            "example",
            "changeme",
            "change_me",
            "change-me",
            "placeholder",
            "your_",
            "your-",
            "yourpass",
            "yourapi",
            "yoursecret",
            "yourtoken",
            "redacted",
            "dummy",
            "insert_",
            "insert-",
            "xxxx",
            "****",
            "....",
            "____",
            "----",
            "${",
            "$(",
            "{{",
            "}}",
            "{%",
            "%(",
            "#{",
            "<",
            "[redacted",
            "process.env",
            "os.environ",
            "getenv",
            "env.",
            "secrets.");

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "pass",
            "pwd",
            "secret",
            "token",
            "apikey",
            "api_key",
            "string",
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "required",
            "optional",
            "hidden",
            "masked",
            "empty",
            "username",
            "user",
            "test",
            "bearer",
            "unknown",
            "default",
            "notset",
            "not_set",
            "todo",
            "n/a",
            "mypassword",
            "my_password");

    private static final int REPEATS_MAX = 5;

    private Placeholder() {}

    static boolean looksLike(CharSequence value) {
        String lower = value.toString().toLowerCase(Locale.ROOT);
        return WORDS.contains(lower)
                || lower.startsWith("$")
                || (lower.startsWith("%") && lower.endsWith("%"))
                || hasMark(lower)
                || repeats(lower);
    }

    private static boolean hasMark(String lower) {
        for (String mark : MARKS) {
            if (lower.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one character stands more than five times in a row, or there are hardly any different ones. */
    private static boolean repeats(String text) {
        int run = 1;
        for (int i = 1; i < text.length(); i++) {
            run = text.charAt(i) == text.charAt(i - 1) ? run + 1 : 1;
            if (run > REPEATS_MAX) {
                return true;
            }
        }
        return text.length() >= 6 && Digits.distinct(text) <= 2;
    }
}
