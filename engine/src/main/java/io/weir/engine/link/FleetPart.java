package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read or is written, as a bucket is told of it, so that reads and writes of different sessions meet. A read
 * gives one part, for the bucket of its group of sessions; a write gives one for each group.
 *
 * @param write whether it is written; otherwise it was read
 * @param tenant nothing is compared across tenants
 * @param bucket number of the bucket, from 0
 * @param parts number of parts of this event
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
 * @param prints its prints, by leaf and start
 * @param values its values that tell by themselves
 * @param call the call that is asked about, to come back with the answer; null for a read
 */
public record FleetPart(
        boolean write,
        String tenant,
        int bucket,
        int parts,
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
        List<ValuePrint> values,
        @Nullable Enclosure call) {

    /** Copies the lists, unless they cannot be changed anyway. */
    public FleetPart {
        systems = List.copyOf(systems);
        dataClasses = List.copyOf(dataClasses);
        addresses = addresses instanceof PackedAddresses ? addresses : List.copyOf(addresses);
        prints = prints instanceof PackedPrints ? prints : List.copyOf(prints);
        values = PackedValues.fixed(values);
    }

    /** The same for the bucket of a group of sessions, as one of so many parts. */
    FleetPart in(int group, int parts) {
        return new FleetPart(
                write,
                tenant,
                group,
                parts,
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
                values,
                call);
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
