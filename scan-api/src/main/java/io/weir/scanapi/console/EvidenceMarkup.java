package io.weir.scanapi.console;

import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a call carried what was read: the path, and both sides of each connection. Never content: what is shown is
 * masked.
 */
final class EvidenceMarkup {

    private static final int LINKS_MAX = 5;

    private static final String CASE = """
        <section class="case">
        <h2>%s</h2>
        <p>At %s agent %s called %s, to %s. Decided: <b>%s</b>. %s</p>
        %s
        %s
        </section>\
        """;
    private static final String HOP = """
        <li class="%s"><span class="hint">%s, %s</span><b>%s</b><span>%s%s</span><span class="hint">%s</span></li>\
        """;
    private static final String LINK = """
        <h3>%s, read at %s</h3>
        <p>%s characters: %s of the call, %s of the source. Holds: %s. <span class="band %s">%s</span> %s</p>
        <table>
        <thead><tr><th>Piece</th><th>Read at</th><th>Written at</th><th>Masked</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        %s<ul class="why">%s</ul>\
        """;
    private static final String PIECE =
            "<tr><td>%s</td><td><code>%s</code></td><td><code>%s</code></td><td><code>%s</code></td></tr>";

    private EvidenceMarkup() {}

    /** One call. */
    static Markup of(EvidenceCase found) {
        List<Link> shown =
                found.links().subList(0, Math.min(LINKS_MAX, found.links().size()));
        Markup path = found.path().isEmpty()
                ? Markup.NOTHING
                : Markup.of(
                        "<ol class=\"path\">%s</ol>",
                        Markup.of(found.path().stream().map(EvidenceMarkup::hop).toList()));
        Markup links = Markup.of(shown.stream().map(EvidenceMarkup::link).toList());
        return Markup.of(
                CASE,
                found.title(),
                CallTexts.time(found.timeMillis()),
                found.agentId(),
                CallTexts.call(found.sink()),
                CallTexts.destinations(found.sink()),
                Frame.word(found.decision()),
                afterwards(found.retroactive()),
                path,
                links);
    }

    private static String afterwards(@Nullable Retroactive retroactive) {
        return retroactive == null
                ? ""
                : "Judged again at " + CallTexts.time(retroactive.timeMillis()) + ": " + Frame.word(retroactive.cause())
                        + ".";
    }

    private static Markup hop(Hop hop) {
        String agent = hop.agentId() == null ? "" : ", agent " + hop.agentId();
        return Markup.of(
                HOP,
                Frame.word(hop.kind()),
                Frame.word(hop.kind()),
                CallTexts.time(hop.timeMillis()),
                hop.tool(),
                hop.says(),
                agent,
                place(hop.place()));
    }

    private static Markup link(Link link) {
        String left = link.matchesOmitted() == 0 ? "" : "and " + link.matchesOmitted() + " more";
        return Markup.of(
                LINK,
                link.sourceTool(),
                CallTexts.time(link.sourceTimeMillis()),
                link.matchedLength(),
                share(link.sinkContainment()),
                share(link.sourceContainment()),
                Frame.words(link.dataClasses()),
                Frame.word(link.tier()),
                Frame.word(link.tier()),
                link.score(),
                Markup.of(link.matches().stream().map(EvidenceMarkup::piece).toList()),
                left.isEmpty() ? Markup.NOTHING : Markup.of("<p class=\"hint\">%s</p>", left),
                Markup.of(link.reasons().stream()
                        .map(reason -> Markup.of("<li>%s</li>", reason))
                        .toList()));
    }

    private static Markup piece(Match match) {
        return Markup.of(
                PIECE,
                match.valueKind() == null ? "text" : Frame.word(match.valueKind()),
                span(match.source()),
                span(match.sink()),
                match.excerpt() == null ? "" : match.excerpt());
    }

    private static String span(Span span) {
        return (span.address().isEmpty() ? "body" : span.address()) + " " + span.start() + "-" + span.end();
    }

    private static String place(@Nullable RecordPlace place) {
        return place == null ? "" : place.topic() + " " + place.partition() + ":" + place.offset();
    }

    private static String share(double part) {
        return String.format(Locale.ROOT, "%.0f %%", part * 100);
    }
}
