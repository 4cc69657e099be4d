package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares committed records with their digests. First the entries, then the records, in any order. Records that never
 * come count as absent: retention deletes them long before the audit entries.
 *
 * <p>Not thread-safe; it holds about 250 bytes for each entry.
 */
public final class RecordCheck {

    private final Map<RecordOrigin, String> digests = new HashMap<>();
    private long matching;
    private long changed;
    private @Nullable RecordOrigin firstChanged;

    /**
     * What the comparison found.
     *
     * @param matching records that are as they were
     * @param changed records that are not
     * @param absent records that did not come
     * @param firstChanged the first changed record, or null
     */
    public record Verdict(
            long matching,
            long changed,
            long absent,
            @Nullable RecordOrigin firstChanged) {

        /** The verdict on both. */
        public Verdict plus(Verdict other) {
            return new Verdict(
                    matching + other.matching,
                    changed + other.changed,
                    absent + other.absent,
                    firstChanged != null ? firstChanged : other.firstChanged);
        }
    }

    /** Remembers what an entry commits to. */
    public void expect(AuditEntry entry) {
        digests.put(RecordOrigin.of(entry), entry.recordDigest());
    }

    /** Compares a record, if an entry commits to it. */
    public void observe(RecordOrigin origin, byte[] recordBytes) {
        String expected = digests.remove(origin);
        if (expected == null) {
            return;
        }
        if (expected.equals(Sha256.hex(recordBytes))) {
            matching++;
            return;
        }
        changed++;
        if (firstChanged == null) {
            firstChanged = origin;
        }
    }

    /** The verdict on what was taken so far. */
    public Verdict verdict() {
        return new Verdict(matching, changed, digests.size(), firstChanged);
    }
}
