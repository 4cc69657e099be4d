package io.weir.engine.validate;

/**
 * What must hold for a number in its compact form: ASCII letters in upper case and digits, no separators. Checks are
 * pure, take a text of any length and never throw.
 */
@FunctionalInterface
interface Check {

    /** Whether the number passes. */
    boolean holds(String compact);

    /** Both this and another check. */
    default Check and(Check other) {
        return compact -> holds(compact) && other.holds(compact);
    }

    /** This check or another one. */
    default Check or(Check other) {
        return compact -> holds(compact) || other.holds(compact);
    }

    /** This check on what is left without a number of leading characters. */
    default Check after(int characters) {
        return compact -> compact.length() > characters && holds(compact.substring(characters));
    }

    /** This check on the first characters. */
    default Check onFirst(int characters) {
        return compact -> compact.length() >= characters && holds(compact.substring(0, characters));
    }

    /** This check on a number with other characters put before it. */
    default Check behind(String prefix) {
        return compact -> holds(prefix + compact);
    }

    /** The check as a validator of texts with separators. */
    default Validator ofText() {
        return Validator.whole(text -> holds(Compact.of(text)));
    }
}
