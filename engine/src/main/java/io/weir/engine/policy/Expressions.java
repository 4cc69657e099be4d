package io.weir.engine.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the two kinds of expressions that a condition may hold. For one thread. */
final class Expressions {

    private static final int LENGTH_MAX = 2_000;

    private final Problems problems;

    Expressions(Problems problems) {
        this.problems = problems;
    }

    /** Run by RE2 (Cox, 2007), whose time is linear in the text. */
    @Nullable
    Pattern regular(Node node, String key) {
        String text = Fields.text(node, key, problems);
        if (text == null) {
            return null;
        }
        if (text.length() > LENGTH_MAX) {
            problems.error(node.place(), "'" + key + "' has more than " + LENGTH_MAX + " signs");
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            problems.error(node.place(), "'" + key + "' is no expression of RE2: " + e.getDescription());
            return null;
        }
    }

    @Nullable
    Clause cel(Node node) {
        String text = Fields.text(node, "expression", problems);
        if (text == null) {
            return null;
        }
        if (text.length() > LENGTH_MAX) {
            problems.error(node.place(), "'expression' has more than " + LENGTH_MAX + " signs");
            return null;
        }
        try {
            return CelClause.of(text);
        } catch (IllegalArgumentException e) {
            problems.error(node.place(), "'expression' is no CEL expression of a boolean: " + e.getMessage());
            return null;
        }
    }
}
