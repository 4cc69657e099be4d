package io.weir.edge.hook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a withheld output: of its shape, because hosts show the original in the place of one that has
 * another, and with nothing of its content. One object serves one output.
 */
final class WithheldOutput {

    /** Names that hosts and protocols give to members; others may be content. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]{0,39}");

    /** A word such as {@code text} or {@code image} in a member {@code type}, by which shapes are told apart. */
    private static final Pattern KIND = Pattern.compile("[a-z]{1,16}");

    private static final int ITEMS_MAX = 1;

    private String note;

    private WithheldOutput(String note) {
        this.note = note;
    }

    /**
     * The stand-in.
     *
     * @param note said once, in the first text that the output has
     */
    static Object of(@Nullable Object output, String note) {
        WithheldOutput withheld = new WithheldOutput(note);
        Object shape = withheld.emptied(output);
        return shape == null ? note : shape;
    }

    private @Nullable Object emptied(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members(members);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> emptied = new ArrayList<>();
            items.stream().limit(ITEMS_MAX).forEach(item -> emptied.add(emptied(item)));
            return emptied;
        }
        if (value instanceof Number) {
            return 0;
        }
        return value instanceof String ? text() : value;
    }

    private Map<String, @Nullable Object> members(Map<?, ?> members) {
        Map<String, @Nullable Object> emptied = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            String member = Objects.toString(name);
            if (NAME.matcher(member).matches()) {
                emptied.put(member, isKind(member, value) ? value : emptied(value));
            }
        });
        return emptied;
    }

    private static boolean isKind(String member, @Nullable Object value) {
        return member.equals("type")
                && value instanceof String word
                && KIND.matcher(word).matches();
    }

    private String text() {
        String said = note;
        note = "";
        return said;
    }
}
