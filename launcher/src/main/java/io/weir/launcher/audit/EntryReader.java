package io.weir.launcher.audit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.weir.platform.json.Json;
import io.weir.schemas.event.AuditEntry;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads audit entries as an auditor does: every member must be there and no other, since the hash covers exactly these.
 */
final class EntryReader {

    private static final ObjectReader STRICT = Json.mapper()
            .readerFor(AuditEntry.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private EntryReader() {}

    /** The entry in a record's value; empty if there is none. */
    static Optional<AuditEntry> read(byte[] value) {
        try {
            return Optional.ofNullable(STRICT.readValue(value));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
