package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges calls again that have gone outside, with what has become known since; tells what is stronger than before. */
final class SecondLook {

    /** Id of this rule. */
    static final String RULE = "second-look";

    private static final Comparator<Link> STRONGEST_FIRST =
            Comparator.comparingDouble(Link::score).reversed().thenComparing(Link::sourceTraceId);

    private final StateTable state;
    private final Forms forms;
    private final PastWrites writes;
    private final PastSources elsewhere;
    private final SessionLinker linker = new SessionLinker();
    private final List<AlertRaised> alerts = new ArrayList<>();

    SecondLook(StateTable state, Forms forms) {
        this.state = state;
        this.forms = forms;
        this.writes = new PastWrites(state, forms.calls());
        this.elsewhere = new PastSources(state);
    }

    /** Because of a read that may have come late: only then is there a call of the session at or after its time. */
    List<AlertRaised> after(PlacedEvent placed, ResponseObserved read) {
        String session = read.principal().sessionKey();
        if (!writes.anySince(session, read.timeMillis())) {
            return List.of();
        }
        Retroactive cause =
                new Retroactive(RetroactiveCause.LATE_READ, read.timeMillis(), read.eventId(), placed.place());
        revisit(session, cause, call -> call.timeMillis() >= read.timeMillis(), this::linksOf);
        return alerts;
    }

    /** Because of a read of another session that has come to its bucket after the question about the call. */
    List<AlertRaised> after(FleetAnswer answer, Retroactive cause) {
        writes.revisit(answer.sessionKey(), answer.traceId(), write -> {
            elsewhere.keep(write.call(), answer.sources());
            return judged(write, cause, call -> linksOf(call, answer.sources(), circumstances(call)));
        });
        return alerts;
    }

    /** Because of what a person has said. */
    List<AlertRaised> after(PlacedStatement placed) {
        if (placed.statement() instanceof Classification classification) {
            Retroactive cause = cause(
                    classification.canary() ? RetroactiveCause.NEW_CANARY : RetroactiveCause.LATE_CLASSIFICATION,
                    placed);
            for (String session : writes.sessions(classification.tenant())) {
                revisit(session, cause, call -> isOf(placed, call), call -> linksOf(call, classification));
            }
        } else if (placed.statement() instanceof Declassification revoked && revoked.revoked()) {
            Retroactive cause = cause(RetroactiveCause.REVOKED_DECLASSIFICATION, placed);
            for (String session : writes.sessions(revoked.tenant())) {
                revisit(session, cause, call -> isOf(placed, call) && wasCovered(revoked, call), this::linksOfAll);
            }
        }
        return alerts;
    }

    private static Retroactive cause(RetroactiveCause cause, PlacedStatement placed) {
        return new Retroactive(
                cause, placed.statement().timeMillis(), placed.statement().statementId(), placed.place());
    }

    private static boolean isOf(PlacedStatement placed, ToolCallScanned call) {
        return call.principal().tenant().equals(placed.statement().tenant());
    }

    private static boolean wasCovered(Declassification revoked, ToolCallScanned call) {
        return revoked.fromMillis() <= call.timeMillis()
                && call.timeMillis() < revoked.untilMillis()
                && call.call().destinations().stream().anyMatch(revoked::covers);
    }

    private void revisit(
            String session,
            Retroactive cause,
            Predicate<ToolCallScanned> concerned,
            Function<ToolCallScanned, List<Link>> judge) {
        writes.revisit(session, write -> concerned.test(write.call()) ? judged(write, cause, judge) : write);
    }

    private List<Hop> path(PastWrite write, List<Link> links) {
        ToolCallScanned call = write.call();
        Link strongest = links.get(0);
        List<FleetSource> sources = elsewhere.of(call);
        boolean readElsewhere =
                sources.stream().anyMatch(source -> source.read().traceId().equals(strongest.sourceTraceId()));
        return readElsewhere
                ? FleetLineage.path(call, write.place(), sources, strongest)
                : new Lineage(state, call.principal().sessionKey()).path(call, write.place(), links, links);
    }

    private PastWrite judged(PastWrite write, Retroactive cause, Function<ToolCallScanned, List<Link>> judge) {
        List<Link> links = judge.apply(write.call()).stream()
                .filter(link -> link.tier().atLeast(Tier.ALERT))
                .toList();
        boolean again = write.toldBy().equals(cause.causeId());
        if (links.isEmpty() || !(again || links.get(0).tier().compareTo(write.told()) > 0)) {
            return write;
        }
        alerts.add(Alerts.again(RULE, write.call(), links, cause).withPath(path(write, links)));
        return again ? write : write.told(links.get(0).tier(), cause.causeId());
    }

    private List<Link> linksOf(ToolCallScanned call) {
        return linker.links(state, Write.of(call), circumstances(call));
    }

    private List<Link> linksOfAll(ToolCallScanned call) {
        return linksOfAll(call, circumstances(call));
    }

    private List<Link> linksOf(ToolCallScanned call, List<FleetSource> sources, Circumstances circumstances) {
        return FleetLinks.of(state, Write.of(call), call.timeMillis(), sources, circumstances);
    }

    /** With the reads of its session and with those of others that it was linked to. */
    private List<Link> linksOfAll(ToolCallScanned call, Circumstances circumstances) {
        List<Link> links = new ArrayList<>(linker.links(state, Write.of(call), circumstances));
        links.addAll(linksOf(call, elsewhere.of(call), circumstances));
        links.sort(STRONGEST_FIRST);
        return links;
    }

    private List<Link> linksOf(ToolCallScanned call, Classification classification) {
        Circumstances circumstances = circumstances(call).with(classification);
        List<Link> links = linksOfAll(call, circumstances);
        Fingerprint content = classification.content();
        if (content != null) {
            SessionRead declared =
                    Exemption.read(classification.statementId(), content).of(List.of(classification.dataClass()));
            links.addAll(linker.linksWith(state, Write.of(call), declared, circumstances));
        }
        if (classification.canary()) {
            links.replaceAll(link -> declaredCanary(link, classification));
        }
        links.sort(STRONGEST_FIRST);
        return links;
    }

    /** Nobody has business to send a canary, wherever it goes. */
    private static Link declaredCanary(Link link, Classification classification) {
        boolean carried = link.sourceTraceId().equals(classification.statementId()) && link.matchedLength() > 0;
        return carried ? link.raisedTo(Tier.BLOCK, 1, "+1.0 the content is a canary") : link;
    }

    private Circumstances circumstances(ToolCallScanned call) {
        String tenant = call.principal().tenant();
        StatementBook book = new StatementBook(state, forms.statements(), tenant);
        return Circumstances.of(call.call(), book.holdingAt(call.timeMillis()));
    }
}
