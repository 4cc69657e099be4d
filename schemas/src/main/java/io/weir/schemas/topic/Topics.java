package io.weir.schemas.topic;

import io.weir.schemas.access.KeyEvent;
import io.weir.schemas.access.NonceTaken;
import io.weir.schemas.access.ScansCounted;
import io.weir.schemas.access.ScansSpent;
import io.weir.schemas.event.AgentMarked;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Taint;
import io.weir.schemas.topic.Topic.Cleanup;
import io.weir.schemas.topic.Topic.Compression;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every topic of Weir. Producers, consumers, administration, compose file and documentation derive from this list. */
public final class Topics {

    /** What topic names begin with unless the configuration says otherwise. */
    public static final String DEFAULT_PREFIX = "weir.";

    /** Calls and responses of all sessions. One topic, so that the order inside a session is kept. */
    public static final Topic CALLS =
            new Topic("calls.v1", "tenant|session id", SessionEvent.class, 6, days(7), Cleanup.DELETE, Compression.LZ4);

    /** Every decision, without sketches. */
    public static final Topic DECISIONS = new Topic(
            "decisions.v1", "tenant|session id", DecisionMade.class, 6, days(30), Cleanup.DELETE, Compression.LZ4);

    /** What sessions read and write, on its way to whoever keeps the bucket of a group of sessions; packed. */
    public static final Topic FLEET_PARTS =
            new Topic("fleet.parts.v3", "tenant|bucket", byte[].class, 6, days(1), Cleanup.DELETE, Compression.LZ4);

    /** What a bucket knows about a write, on its way back to the write's session; packed. */
    public static final Topic FLEET_ANSWERS = new Topic(
            "fleet.answers.v2", "tenant|session id", byte[].class, 6, days(1), Cleanup.DELETE, Compression.LZ4);

    /** What people decide about held calls. One partition: its order says who was first. */
    public static final Topic APPROVALS = new Topic(
            "approvals.v1",
            "approval id|event id",
            ApprovalEvent.class,
            1,
            days(30),
            Cleanup.COMPACT_DELETE,
            Compression.ZSTD);

    /** What scan API nodes tell each other about what was read. */
    public static final Topic TAINTS = new Topic(
            "taints.v1",
            "tenant|session id|trace id",
            Taint.class,
            6,
            days(1),
            Cleanup.COMPACT_DELETE,
            Compression.LZ4);

    /**
     * What people have let go, once in each partition. Kept as long as a declassification may last, and a month more.
     */
    public static final Topic DECLASSIFICATIONS = new Topic(
            "declassifications.v1",
            "statement id",
            Declassification.class,
            6,
            days(395),
            Cleanup.COMPACT_DELETE,
            Compression.ZSTD);

    /** What people have said to be sensitive afterwards, once in each partition. */
    public static final Topic CLASSIFICATIONS = new Topic(
            "classifications.v1",
            "statement id",
            Classification.class,
            6,
            days(395),
            Cleanup.COMPACT_DELETE,
            Compression.ZSTD);

    /** Every alert. */
    public static final Topic ALERTS =
            new Topic("alerts.v1", "alert id", AlertRaised.class, 6, days(90), Cleanup.COMPACT_DELETE, Compression.LZ4);

    /** Decisions as OCSF API Activity (class 6003). */
    public static final Topic OCSF_API_ACTIVITY = new Topic(
            "siem.ocsf.api_activity.v1", "tenant|session id", Map.class, 6, days(7), Cleanup.DELETE, Compression.LZ4);

    /** Alerts as OCSF Data Security Finding (class 2006). */
    public static final Topic OCSF_DATA_SECURITY_FINDING = new Topic(
            "siem.ocsf.data_security_finding.v1",
            "finding_info.uid",
            Map.class,
            6,
            days(90),
            Cleanup.COMPACT_DELETE,
            Compression.LZ4);

    /** The hash chains of the audit log, one per partition. */
    public static final Topic AUDIT =
            new Topic("audit.v1", "chain name", AuditEntry.class, 6, days(200), Cleanup.DELETE, Compression.ZSTD);

    /** What people say of agents and sessions. One partition: every node reads it whole. */
    public static final Topic AGENTS = new Topic(
            "agents.v1",
            "tenant, agent or session, and matter",
            AgentRuled.class,
            1,
            days(36_500),
            Cleanup.COMPACT,
            Compression.ZSTD);

    /** What agents did that counts for their trust, as long as it counts. One partition: every node reads it whole. */
    public static final Topic AGENT_MARKS = new Topic(
            "agents.marks.v1",
            "tenant|agent id|event id",
            AgentMarked.class,
            1,
            days(14),
            Cleanup.DELETE,
            Compression.LZ4);

    /** What happened to incidents. One partition: every node reads it whole. */
    public static final Topic INCIDENTS = new Topic(
            "incidents.v1", "incident id|event id", IncidentEvent.class, 1, days(90), Cleanup.DELETE, Compression.ZSTD);

    /** Keys and what ended them. One partition: every node reads it whole. */
    public static final Topic KEYS = new Topic(
            "keys.v1",
            "key id, with what happened to it",
            KeyEvent.class,
            1,
            days(36_500),
            Cleanup.COMPACT,
            Compression.ZSTD);

    /** Short-lived keys, their uses, and what ended them. One partition: every node reads it whole. */
    public static final Topic EPHEMERAL_KEYS = new Topic(
            "keys.ephemeral.v1",
            "key id, with what happened to it",
            KeyEvent.class,
            1,
            days(2),
            Cleanup.DELETE,
            Compression.LZ4);

    /** Calls that nodes have counted for each credential. One partition: every node reads it whole. */
    public static final Topic SCANS_COUNTED = new Topic(
            "scans.counted.v1",
            "tenant|credential|month|node",
            ScansCounted.class,
            1,
            days(62),
            Cleanup.COMPACT_DELETE,
            Compression.ZSTD);

    /** What nodes have let credentials spend of their rates. One partition: every node reads it whole. */
    public static final Topic SCANS_SPENT = new Topic(
            "scans.spent.v1", "node", ScansSpent.class, 1, Duration.ofHours(1), Cleanup.DELETE, Compression.LZ4);

    /** Nonces of signed requests. One partition: its order says which request was first. */
    public static final Topic NONCES = new Topic(
            "nonces.v1", "key id|nonce", NonceTaken.class, 1, Duration.ofHours(1), Cleanup.DELETE, Compression.LZ4);

    /** Records that could not be used, with the cause in their headers. */
    public static final Topic DEAD_LETTERS = new Topic(
            "dead_letters.v1", "key of the record", byte[].class, 1, days(30), Cleanup.DELETE, Compression.ZSTD);

    private static final List<Topic> ALL = List.of(
            CALLS,
            TAINTS,
            FLEET_PARTS,
            FLEET_ANSWERS,
            DECISIONS,
            APPROVALS,
            AGENTS,
            AGENT_MARKS,
            INCIDENTS,
            DECLASSIFICATIONS,
            CLASSIFICATIONS,
            ALERTS,
            OCSF_API_ACTIVITY,
            OCSF_DATA_SECURITY_FINDING,
            AUDIT,
            KEYS,
            EPHEMERAL_KEYS,
            SCANS_COUNTED,
            SCANS_SPENT,
            NONCES,
            DEAD_LETTERS);

    private Topics() {}

    /** All topics, in the order of the flow. */
    public static List<Topic> all() {
        return ALL;
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
