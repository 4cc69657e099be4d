package io.weir.launcher.audit;

import io.weir.engine.audit.AuditFault;
import io.weir.engine.audit.AuditVerdict;
import io.weir.engine.audit.RecordCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one partition of the audit topic.
 *
 * @param partition its number
 * @param chain the verdict on its chain
 * @param records the comparison with the committed records, or null if none was asked for
 */
record PartitionReport(int partition, AuditVerdict chain, RecordCheck.@Nullable Verdict records) {

    /** Whether nothing is wrong. */
    boolean intact() {
        return chain.intact() && (records == null || records.changed() == 0);
    }

    /** One line for people. */
    String line() {
        return "partition " + partition + "  " + chain.log() + "  " + chainText() + recordsText();
    }

    /** The JSON form. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("partition", partition);
        json.put("intact", intact());
        json.put("chain", chainJson());
        json.put("records", records == null ? null : recordsJson(records));
        return json;
    }

    private Map<String, @Nullable Object> chainJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("log", chain.log());
        json.put("entries", chain.entries());
        json.put("first_sequence", chain.firstSequence());
        json.put("last_sequence", chain.lastSequence());
        json.put("head", chain.head());
        json.put("fault", chain.fault() == null ? null : faultJson(chain.fault()));
        return json;
    }

    private static Map<String, @Nullable Object> faultJson(AuditFault fault) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", fault.kind().name());
        json.put("sequence", fault.sequence());
        json.put("details", fault.details());
        return json;
    }

    private static Map<String, @Nullable Object> recordsJson(RecordCheck.Verdict records) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("matching", records.matching());
        json.put("changed", records.changed());
        json.put("absent", records.absent());
        json.put(
                "first_changed",
                records.firstChanged() == null ? null : records.firstChanged().toString());
        return json;
    }

    private String chainText() {
        if (chain.fault() != null) {
            return "BROKEN at entry " + chain.fault().sequence() + ": "
                    + chain.fault().kind() + ", " + chain.fault().details() + " (" + chain.entries() + " entries read)";
        }
        if (chain.entries() == 0) {
            return "empty";
        }
        String beginning = chain.firstSequence() == 0 ? "" : " from " + chain.firstSequence() + " (older ones expired)";
        return chain.entries() + " entries intact" + beginning + ", head " + chain.head();
    }

    private String recordsText() {
        if (records == null || chain.entries() == 0) {
            return "";
        }
        String text = "; records: " + records.matching() + " match, " + records.absent() + " gone";
        return records.firstChanged() == null
                ? text
                : text + ", " + records.changed() + " CHANGED, first " + records.firstChanged();
    }
}
