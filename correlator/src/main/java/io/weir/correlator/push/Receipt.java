package io.weir.correlator.push;

/** What a collector did with a body. */
enum Receipt {
    /** It has all of it. */
    TAKEN,
    /** It cannot use it, and would not later. */
    REFUSED,
    /** It has not taken it now. */
    LATER
}
