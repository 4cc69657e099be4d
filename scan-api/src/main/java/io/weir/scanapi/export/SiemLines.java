package io.weir.scanapi.export;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;

/** Writes a decision as a SIEM reads it, the same as what is pushed to one. */
@FunctionalInterface
public interface SiemLines {

    /**
     * A line without its end.
     *
     * @param format {@code OCSF}, {@code CEF} or {@code ECS}
     * @param place where the record of the decision stands
     */
    byte[] of(ExportFormat format, DecisionMade made, RecordPlace place);
}
