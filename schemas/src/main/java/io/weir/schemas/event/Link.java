package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proven connection between one earlier read (source) and one later write (sink), with its evidence.
 *
 * @param sourceTraceId trace of the call whose response brought the content in
 * @param sourceTool the tool that was read with
 * @param sourceTimeMillis event time of the read, epoch milliseconds
 * @param sinkTraceId trace of the call that carries the content out
 * @param tier how strongly this speaks for exfiltration
 * @param score the same in 0..1
 * @param dataClasses kinds of sensitive data in the source
 * @param destinationProvenance where the sink's destination came from
 * @param matchedLength UTF-16 units of the sink that stand in the source
 * @param sinkContainment share of the sink's fingerprint that stands in the source, 0..1
 * @param sourceContainment share of the source's fingerprint that stands in the sink, 0..1
 * @param matches the matched pieces, longest first, at most 16
 * @param matchesOmitted how many pieces were left out of {@code matches}
 * @param reasons the score explained, a line each
 * @param sourcePlace the record of the read, or null where it was judged without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
        @JsonProperty("source_trace_id") String sourceTraceId,
        @JsonProperty("source_tool") String sourceTool,
        @JsonProperty("source_time") long sourceTimeMillis,
        @JsonProperty("sink_trace_id") String sinkTraceId,
        @JsonProperty("tier") Tier tier,
        @JsonProperty("score") double score,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("destination_provenance") DestinationProvenance destinationProvenance,
        @JsonProperty("matched_length") int matchedLength,
        @JsonProperty("sink_containment") double sinkContainment,
        @JsonProperty("source_containment") double sourceContainment,
        @JsonProperty("matches") List<Match> matches,
        @JsonProperty("matches_omitted") int matchesOmitted,
        @JsonProperty("reasons") List<String> reasons,
        @JsonProperty("source_place") @Nullable RecordPlace sourcePlace) {

    /** Copies the lists. */
    public Link {
        dataClasses = List.copyOf(dataClasses);
        matches = List.copyOf(matches);
        reasons = List.copyOf(reasons);
    }

    /** The same, weighing more for one reason more. */
    public Link raisedTo(Tier higher, double higherScore, String reason) {
        List<String> all = new ArrayList<>(reasons);
        all.add(reason);
        return new Link(
                sourceTraceId,
                sourceTool,
                sourceTimeMillis,
                sinkTraceId,
                higher,
                higherScore,
                dataClasses,
                destinationProvenance,
                matchedLength,
                sinkContainment,
                sourceContainment,
                matches,
                matchesOmitted,
                all,
                sourcePlace);
    }

    /** A link of which the read's record is not known. */
    public Link(
            String sourceTraceId,
            String sourceTool,
            long sourceTimeMillis,
            String sinkTraceId,
            Tier tier,
            double score,
            List<DataClass> dataClasses,
            DestinationProvenance destinationProvenance,
            int matchedLength,
            double sinkContainment,
            double sourceContainment,
            List<Match> matches,
            int matchesOmitted,
            List<String> reasons) {
        this(
                sourceTraceId,
                sourceTool,
                sourceTimeMillis,
                sinkTraceId,
                tier,
                score,
                dataClasses,
                destinationProvenance,
                matchedLength,
                sinkContainment,
                sourceContainment,
                matches,
                matchesOmitted,
                reasons,
                null);
    }
}
