package io.weir.correlator.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import java.util.List;

/**
 * Which OCSF events are pushed.
 *
 * @param decisions of the decisions, these; alerts have none
 * @param severityMin from this severity on
 */
record Selection(List<Decision> decisions, Severity severityMin) {

    boolean takes(JsonNode event) {
        JsonNode decision = event.path("status_code");
        return event.path("severity_id").asInt() >= severityMin.ocsfId()
                && (decision.isMissingNode()
                        || decisions.stream().anyMatch(taken -> taken.name().equals(decision.asText())));
    }
}
