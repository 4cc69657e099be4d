package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.Tier;
import java.util.List;

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
 */
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
        @JsonProperty("reasons") List<String> reasons) {

    /** Copies the lists. */
    public Link {
        dataClasses = List.copyOf(dataClasses);
        matches = List.copyOf(matches);
        reasons = List.copyOf(reasons);
    }
}
