package io.weir.correlator.ocsf;

import io.weir.schemas.event.Link;
import java.util.List;
import java.util.Map;

/** The figures of links for {@code unmapped}: OCSF has no object for a flow of content. No excerpts. */
final class LinkSummary {

    private static final int LINKS_MAX = 8;
    private static final int READS_MAX = 16;
    private static final int REASONS_MAX = 8;

    private LinkSummary() {}

    /** The strongest links. */
    static List<Map<String, Object>> all(List<Link> links) {
        return links.stream().limit(LINKS_MAX).map(LinkSummary::of).toList();
    }

    /** The links whose reads are named in the event: graphs and lists have to stay readable. */
    static List<Link> named(List<Link> links) {
        return links.subList(0, Math.min(READS_MAX, links.size()));
    }

    /** How many pieces of content were matched, those left out of the record included. */
    static int pieces(List<Link> links) {
        long pieces = links.stream()
                .mapToLong(link -> link.matches().size() + (long) link.matchesOmitted())
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, pieces);
    }

    private static Map<String, Object> of(Link link) {
        return new Attributes()
                .with("source_trace_id", link.sourceTraceId())
                .with("source_tool", link.sourceTool())
                .with("sink_trace_id", link.sinkTraceId())
                .with("tier", link.tier().name())
                .with("score", link.score())
                .with("destination_provenance", link.destinationProvenance().name())
                .with("matched_length", link.matchedLength())
                .with("matched_pieces", pieces(List.of(link)))
                .with("sink_containment", link.sinkContainment())
                .with("source_containment", link.sourceContainment())
                .with("reasons", link.reasons().stream().limit(REASONS_MAX).toList())
                .toMap();
    }
}
