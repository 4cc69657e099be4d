package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers of one response: enough to recognise its content and to name it as a source.
 *
 * @param eventId id of the response's event
 * @param traceId decision on the call that was answered
 * @param tool tool that was read with
 * @param timeMillis event time
 * @param place its record, or null on a host that has none
 * @param origins the systems that were called for it: hashes of hosts, and the MCP server
 * @param dataClasses kinds of sensitive data in it, in declaration order
 * @param addresses addresses of its leaves
 * @param prints its chosen shingles
 * @param values its short values
 */
record SessionRead(
        String eventId,
        String traceId,
        String tool,
        long timeMillis,
        @Nullable RecordPlace place,
        List<String> origins,
        List<DataClass> dataClasses,
        List<String> addresses,
        List<Print> prints,
        List<ValuePrint> values) {

    /** Total, so that the order of arrival never shows. */
    static final Comparator<SessionRead> OLDEST_FIRST =
            Comparator.comparingLong(SessionRead::timeMillis).thenComparing(SessionRead::eventId);

    static SessionRead of(ResponseObserved event, @Nullable RecordPlace place) {
        return new SessionRead(
                event.eventId(),
                event.traceId(),
                event.call().tool(),
                event.timeMillis(),
                place,
                Systems.read(event.call()),
                classes(event.findings()),
                PackedAddresses.ofLeaves(event.fingerprint().leaves()),
                PrintCodec.decode(event.fingerprint().prints()),
                event.fingerprint().values());
    }

    private static List<DataClass> classes(List<Finding> findings) {
        return findings.isEmpty()
                ? List.of()
                : findings.stream()
                        .filter(finding -> finding.confidence().compareTo(Confidence.MEDIUM) >= 0)
                        .map(Finding::dataClass)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** The same without the hosts that were called for it, which say nothing to another session. */
    SessionRead withoutOrigins() {
        return new SessionRead(
                eventId, traceId, tool, timeMillis, place, List.of(), dataClasses, addresses, prints, values);
    }

    /** The same, known to hold these classes. */
    SessionRead of(List<DataClass> classes) {
        return new SessionRead(eventId, traceId, tool, timeMillis, place, origins, classes, addresses, prints, values);
    }

    /** The same content, read on another occasion. */
    SessionRead at(String otherEventId, String otherTraceId, long otherMillis, @Nullable RecordPlace otherPlace) {
        return new SessionRead(
                otherEventId,
                otherTraceId,
                tool,
                otherMillis,
                otherPlace,
                origins,
                dataClasses,
                addresses,
                prints,
                values);
    }

    /** Whether another read has brought in the very same, with the same tool from the same systems. */
    boolean repeats(SessionRead other) {
        return tool.equals(other.tool)
                && origins.equals(other.origins)
                && dataClasses.equals(other.dataClasses)
                && addresses.equals(other.addresses)
                && prints.equals(other.prints)
                && values.equals(other.values);
    }

    /** A number that is the same for reads that repeat each other, and seldom for others. */
    long contentHash() {
        long hash = tool.hashCode() * 31L + addresses.size();
        for (int i = 0; i < prints.size(); i++) {
            hash = hash * 31 + PackedPrints.hash(prints, i);
        }
        for (int i = 0; i < values.size(); i++) {
            hash = hash * 31 + PackedValues.hash(values, i);
        }
        return hash;
    }

    /** How much it would hurt to forget this read: the rank of its most sensitive class, 0 for none. */
    int sensitivity() {
        return dataClasses.isEmpty()
                ? 0
                : dataClasses.get(dataClasses.size() - 1).ordinal() + 1;
    }

    /** Number of entries that it takes in an index. */
    int weight() {
        return prints.size() + values.size();
    }
}
