package io.weir.edge.response;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigType;

/**
 * How much of a response is reported.
 *
 * @param windowBytes most bytes of one part, in JSON; the scan API refuses larger ones
 * @param totalBytes most bytes of one response, in JSON; what comes after is handed on unreported and counted
 * @param overlapUnits UTF-16 units that a part repeats from the one before, so that nothing is lost at the seam
 */
public record ReportLimits(int windowBytes, int totalBytes, int overlapUnits) {

    /** Repeated units where nothing else is said: longer than any run that fingerprints must find. */
    public static final int OVERLAP_UNITS = 256;

    /** Setting of {@code windowBytes}, in the section of each edge that reports. */
    public static final ConfigKey<Integer> WINDOW_BYTES = ConfigKey.of(
            "report_window_bytes",
            ConfigType.integer(4_096, 1 << 28),
            200 << 10,
            "Most of a response that is reported at once, in bytes of JSON; below the scan API's body limit.");

    /** Setting of {@code totalBytes}, likewise. */
    public static final ConfigKey<Integer> TOTAL_BYTES = ConfigKey.of(
            "report_total_bytes",
            ConfigType.integer(4_096, 1 << 30),
            4 << 20,
            "Most of a response that is reported, in bytes of JSON; the rest is forwarded unreported and counted.");

    /** Checks that a part has room for more than what it repeats. */
    public ReportLimits {
        if (windowBytes < overlapUnits * TextWindow.UNIT_BYTES_MAX * 2) {
            throw new IllegalArgumentException("a window of " + windowBytes + " bytes is too small, at least "
                    + overlapUnits * TextWindow.UNIT_BYTES_MAX * 2 + " needed");
        }
    }
}
