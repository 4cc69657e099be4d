package io.weir.scanapi.export;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import java.util.Map;

/** Gives the OCSF event of a decision. */
@FunctionalInterface
public interface OcsfMapping {

    /**
     * The event.
     *
     * @param place where the record of the decision stands
     */
    Map<String, Object> of(DecisionMade made, RecordPlace place);
}
