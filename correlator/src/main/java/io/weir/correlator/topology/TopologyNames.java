package io.weir.correlator.topology;

/**
 * Names of everything in the topology. Those of stores outlive the process in changelog topics and state folders, so
 * none is ever changed: a new meaning gets a new name.
 */
public final class TopologyNames {

    /** Reads calls and responses. */
    public static final String CALLS_SOURCE = "calls-source";

    /** Reads alerts, for the audit log and SIEMs. */
    public static final String ALERTS_SOURCE = "alerts-source";

    /** Lets each event through once. */
    public static final String EVENT_GUARD = "event-guard";

    /** Links reads with writes. */
    public static final String SESSION_LINK = "session-link";

    /** Tells and asks the buckets of the fleet lane. */
    public static final String FLEET_ASK = "fleet-ask";

    /** Writes parts for the buckets. */
    public static final String FLEET_PARTS_SINK = "fleet-parts-sink";

    /** Reads parts of a bucket. */
    public static final String FLEET_PARTS_SOURCE = "fleet-parts-source";

    /** Keeps a bucket and answers for it. */
    public static final String FLEET_INDEX = "fleet-index";

    /** Writes answers of a bucket. */
    public static final String FLEET_ANSWERS_SINK = "fleet-answers-sink";

    /** Reads answers for a session. */
    public static final String FLEET_ANSWERS_SOURCE = "fleet-answers-source";

    /** Reads what people say about content. */
    public static final String STATEMENTS_SOURCE = "statements-source";

    /** Makes decision records. */
    public static final String DECISION_LOG = "decision-log";

    /** Makes OCSF records of decisions. */
    public static final String API_ACTIVITY_EXPORT = "api-activity-export";

    /** Makes OCSF records of alerts. */
    public static final String FINDING_EXPORT = "finding-export";

    /** Appends events, alerts and statements to the audit chain. */
    public static final String AUDIT = "audit";

    /** Writes alerts. */
    public static final String ALERTS_SINK = "alerts-sink";

    /** Writes decisions. */
    public static final String DECISIONS_SINK = "decisions-sink";

    /** Writes OCSF API Activity. */
    public static final String API_ACTIVITY_SINK = "api-activity-sink";

    /** Writes OCSF Data Security Finding. */
    public static final String FINDING_SINK = "finding-sink";

    /** Writes audit entries. */
    public static final String AUDIT_SINK = "audit-sink";

    private TopologyNames() {}
}
