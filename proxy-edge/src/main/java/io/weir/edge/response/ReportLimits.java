package io.weir.edge.response;

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

    /** Checks that a part has room for more than what it repeats. */
    public ReportLimits {
        if (windowBytes < overlapUnits * TextWindow.UNIT_BYTES_MAX * 2) {
            throw new IllegalArgumentException("a window of " + windowBytes + " bytes is too small, at least "
                    + overlapUnits * TextWindow.UNIT_BYTES_MAX * 2 + " needed");
        }
    }
}
