package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What other formats need of an OCSF event. What the event does not have is an empty text or 0.
 *
 * @param event OCSF API Activity or Data Security Finding
 */
record OcsfReading(JsonNode event) {

    private static final int DATA_SECURITY_FINDING = 2006;

    /** Whether it is an alert, and not a decision. */
    boolean isFinding() {
        return event.path("class_uid").asInt() == DATA_SECURITY_FINDING;
    }

    /** The text at a JSON pointer. */
    String text(String pointer) {
        return event.at(pointer).asText("");
    }

    int number(String pointer) {
        return event.at(pointer).asInt();
    }

    /** The time at a JSON pointer, epoch milliseconds. */
    long millis(String pointer) {
        return event.at(pointer).asLong();
    }

    /** The same as RFC 3339 has it. */
    String time(String pointer) {
        return Instant.ofEpochMilli(millis(pointer)).toString();
    }

    /** DENY, SANITIZE ... of a decision; DENIED or ALLOWED, in OCSF's word, of the call of an alert. */
    String decision() {
        return isFinding() ? text("/action") : text("/status_code");
    }

    /** Whether the call was let through, as it was or changed. */
    boolean isForwarded() {
        return !text("/action").equals("Denied");
    }

    /** What identifies the event to a person: the decision's trace id, or the alert's id. */
    String id() {
        return isFinding() ? text("/finding_info/uid") : text("/unmapped/trace_id");
    }

    /** The rule that found it; of a decision, the decision. */
    String rule() {
        return isFinding() ? text("/finding_info/analytic/uid") : decision();
    }

    /** Why it was decided so, or what was found. */
    String reason() {
        return isFinding() ? text("/finding_info/desc") : text("/status_detail");
    }

    /** Trace ids of the calls that an alert is about: those that read, then the one that sends. */
    List<String> calls() {
        return event.at("/finding_info/related_events").findValuesAsText("uid");
    }

    /** Kinds of data that the event is about. */
    Set<String> dataClasses() {
        Set<String> classes = new LinkedHashSet<>();
        classes.add(text("/data_security/classifier_details/type"));
        for (JsonNode resource : event.path("resources")) {
            resource.path("data_classifications")
                    .forEach(one ->
                            classes.add(one.at("/classifier_details/type").asText("")));
        }
        classes.remove("");
        return classes;
    }

    /** A member of all attacks, in their order: ids or names of tactics or techniques. */
    List<String> ofAttacks(String pointer) {
        Set<String> found = new LinkedHashSet<>();
        event.path("attacks").forEach(attack -> found.add(attack.at(pointer).asText("")));
        found.remove("");
        return List.copyOf(found);
    }
}
