package io.weir.engine.validate;

import java.util.function.Predicate;

/** Decides what a pattern cannot: check digits, ranges, entropy. Implementations are pure and safe to share. */
@FunctionalInterface
public interface Validator {

    /** How many units from the start of the value are good, 0 for none: a pattern may reach further than its value. */
    int accept(CharSequence value);

    /** A validator that takes all or nothing. */
    static Validator whole(Predicate<CharSequence> test) {
        return value -> test.test(value) ? value.length() : 0;
    }
}
