package io.weir.correlator.failure;

import java.util.Locale;

/** Where a record failed. */
enum Stage {
    /** Its bytes could not be read. */
    DESERIALIZATION,
    /** A processor could not work with it. */
    PROCESSING,
    /** What followed from it could not be written. */
    PRODUCTION;

    /** The name in headers and metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
