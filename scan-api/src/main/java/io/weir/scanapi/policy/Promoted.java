package io.weir.scanapi.policy;

import java.util.List;

/**
 * What became of a promotion.
 *
 * @param applied new versions in the environment that was promoted to
 * @param unchanged versions that hold there already, as they are
 */
public record Promoted(List<PolicyVersion> applied, List<PolicyVersion> unchanged) {

    /** Copies the lists. */
    public Promoted {
        applied = List.copyOf(applied);
        unchanged = List.copyOf(unchanged);
    }
}
