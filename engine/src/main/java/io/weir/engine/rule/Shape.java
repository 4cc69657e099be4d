package io.weir.engine.rule;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.ExpressionParser;
import java.util.List;
import java.util.Objects;

/** What the value of a rule looks like, and what stands around it. Immutable. */
public sealed interface Shape {

    /** The word for it in rule files. */
    String word();

    /**
     * A value that is told by its own form.
     *
     * @param word {@code token} or {@code pattern}
     * @param plain with its boundaries, for java.util.regex
     * @param expression the same as a tree
     */
    record Written(String word, String plain, Expression expression) implements Shape {

        private static final String BEFORE = "(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt]))";
        private static final String BEHIND = "(?![A-Za-z0-9_])";

        static Written token(String token) {
            return of("token", BEFORE + "(?:" + token + ")" + BEHIND);
        }

        static Written pattern(String pattern) {
            return of("pattern", pattern);
        }

        private static Written of(String word, String plain) {
            return new Written(word, plain, ExpressionParser.parse(plain));
        }

        /** Whether the group called value narrows what is found. */
        public boolean isGrouped() {
            return plain.contains("(?<value>");
        }
    }

    /**
     * A value that is told by the name it is given to.
     *
     * @param names any of them
     * @param words one of which the name must hold as well; empty for none; in lower case
     * @param tail units between name and separator, at most
     * @param stopNames words that the name must not hold, in lower case
     * @param prose whether prose may stand between
     * @param value in a text, with its end
     * @param whole the whole text of a leaf whose key is the name
     */
    record Assigned(
            List<Name> names,
            List<String> words,
            int tail,
            List<String> stopNames,
            boolean prose,
            Written value,
            Written whole)
            implements Shape {

        private static final String END = "(?![A-Za-z0-9_/+=-]|\\.[A-Za-z0-9])";
        private static final int TAIL_MAX = 40;

        static Assigned of(RuleDefinition.Assignment definition) {
            if (definition.names().isEmpty() || definition.tail() < 0 || definition.tail() > TAIL_MAX) {
                throw new IllegalArgumentException("an assignment needs 'names' and a 'tail' of 0 to " + TAIL_MAX);
            }
            String value = definition.value();
            String whole = definition.whole() == null ? value : definition.whole();
            return new Assigned(
                    definition.names().stream().map(Name::of).toList(),
                    Words.lower(definition.words()),
                    definition.tail(),
                    Words.lower(definition.stopNames()),
                    definition.prose(),
                    Written.pattern(value.endsWith(")") && value.contains("(?!") ? value : value + END),
                    Written.pattern(whole));
        }

        @Override
        public String word() {
            return "assignment";
        }

        /** Name, separator and value as one plain expression. */
        public String plain() {
            return Words.any(names) + (tail == 0 ? "" : "[A-Za-z0-9_. -]{0," + tail + "}?")
                    + (prose ? Separator.PROSE : Separator.CODE) + "(?<value>" + value.plain() + ")";
        }
    }

    /**
     * A value that is told by a name before it.
     *
     * @param names any of them
     * @param words one of which must stand between, or in the name's word; empty for none; in lower case
     * @param within units between the end of the name and the value, at most
     * @param value with its boundaries
     * @param whole the whole text of a leaf whose key is the name
     */
    record Near(List<Name> names, List<String> words, int within, Written value, Written whole) implements Shape {

        private static final String BEFORE = "(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt]))";
        private static final int WITHIN_MAX = 80;

        static Near of(RuleDefinition.Near definition) {
            if (definition.names().isEmpty() || definition.within() < 1 || definition.within() > WITHIN_MAX) {
                throw new IllegalArgumentException("a near needs 'names' and a 'within' of 1 to " + WITHIN_MAX);
            }
            return new Near(
                    definition.names().stream().map(Name::of).toList(),
                    Words.lower(definition.words()),
                    definition.within(),
                    Written.pattern(BEFORE + "(?:" + definition.value() + ")" + Assigned.END),
                    Written.pattern(definition.value()));
        }

        @Override
        public String word() {
            return "near";
        }

        /** The names as a plain expression. */
        public String plainNames() {
            return Words.any(names);
        }
    }

    /** The shape of an assignment. */
    static Assigned assignment(RuleDefinition.Assignment definition) {
        return Assigned.of(definition);
    }

    /**
     * The shape of a definition.
     *
     * @throws IllegalArgumentException if it has none or several, or one that cannot be read
     */
    static Shape of(RuleDefinition definition) {
        String token = definition.token();
        String pattern = definition.pattern();
        RuleDefinition.Assignment assignment = definition.assignment();
        RuleDefinition.Near near = definition.near();
        int shapes = (token == null ? 0 : 1)
                + (pattern == null ? 0 : 1)
                + (assignment == null ? 0 : 1)
                + (near == null ? 0 : 1);
        if (shapes != 1) {
            throw new IllegalArgumentException("a rule needs one of 'token', 'pattern', 'assignment' and 'near'");
        }
        if (token != null) {
            return Written.token(token);
        }
        if (pattern != null) {
            return Written.pattern(pattern);
        }
        return assignment != null ? assignment(assignment) : Near.of(Objects.requireNonNull(near));
    }
}
