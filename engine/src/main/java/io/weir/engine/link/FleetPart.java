package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bucket's share of what was read or is written: the prints and values whose hashes fall into that bucket, so that
 * reads and writes of different sessions meet. An event gives as many parts as there are buckets at most.
 *
 * @param write whether it is written; otherwise it was read
 * @param tenant nothing is compared across tenants
 * @param bucket number of the bucket, from 0
 * @param parts number of parts of this event
 * @param slot where the session of a write keeps it until it is answered
 * @param eventId id of the event
 * @param traceId id of the decision
 * @param sessionKey tenant and session
 * @param agentId who acts
 * @param tool the tool
 * @param systems of a read, the systems that were called for it: hashes of hosts, and the MCP server
 * @param timeMillis event time
 * @param place record of the event, or null where it was judged without one
 * @param dataClasses kinds of sensitive data in it
 * @param addresses addresses of the leaves
 * @param prints the prints of the bucket, by leaf and start
 * @param values the values of the bucket
 */
public record FleetPart(
        boolean write,
        String tenant,
        int bucket,
        int parts,
        int slot,
        String eventId,
        String traceId,
        String sessionKey,
        String agentId,
        String tool,
        List<String> systems,
        long timeMillis,
        @Nullable RecordPlace place,
        List<DataClass> dataClasses,
        List<String> addresses,
        List<Print> prints,
        List<ValuePrint> values) {

    /** Copies the lists. */
    public FleetPart {
        systems = List.copyOf(systems);
        dataClasses = List.copyOf(dataClasses);
        addresses = List.copyOf(addresses);
        prints = List.copyOf(prints);
        values = List.copyOf(values);
    }

    /** The same for a group of sessions, as one of so many times as many parts. */
    FleetPart in(int group, int times) {
        return new FleetPart(
                write,
                tenant,
                group * FleetParts.BUCKETS + bucket,
                parts * times,
                slot,
                eventId,
                traceId,
                sessionKey,
                agentId,
                tool,
                systems,
                timeMillis,
                place,
                dataClasses,
                addresses,
                prints,
                values);
    }

    /** Number of prints and values. */
    int weight() {
        return prints.size() + values.size();
    }

    /** The key of everything that belongs to this bucket. */
    public String bucketKey() {
        return tenant + "|" + bucket;
    }
}
