package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session's side of the fleet lane: tells a bucket what was read, asks the buckets about each call that carries
 * something out, and raises an alert where content that another session has read stands in it.
 *
 * <p>The session's own reads are the session lane's business. A question encloses its call, so nothing is kept while it
 * is under way, unless several buckets are asked: then what they say is kept until all have answered.
 */
public final class FleetDesk {

    /** Id of this rule. */
    public static final String RULE = "fleet-read-write";

    private final SessionLinker linker = new SessionLinker();
    private final Forms forms;
    private final FleetLayout layout;
    private final LossListener losses;

    /** A desk that keeps things in these forms, with one group of sessions, that nobody counts. */
    public FleetDesk(Forms forms) {
        this(forms, FleetLayout.ONE_GROUP, LossListener.NONE);
    }

    /** A desk that keeps things in these forms, asks buckets of this layout, and tells of what it leaves out. */
    public FleetDesk(Forms forms, FleetLayout layout, LossListener losses) {
        this.forms = forms;
        this.layout = layout;
        this.losses = losses;
    }

    /** What the buckets are told or asked because of an event. */
    public List<FleetPart> ask(PlacedEvent event) {
        if (event.event() instanceof ResponseObserved response) {
            return layout.ofRead(response, event.read(response), losses);
        }
        ToolCallScanned call = (ToolCallScanned) event.event();
        boolean leaves = Write.carriesOut(call.call())
                && call.call().destinations().stream().anyMatch(FleetDesk::isOutside);
        if (!leaves) {
            return List.of();
        }
        Write write = SessionLinker.withoutAddresses(event.write(call));
        if (write.prints().isEmpty() && write.values().isEmpty()) {
            return List.of();
        }
        Enclosure enclosed = new KeptCall(call, event.place()).enclosed(event.stored(), forms.calls());
        return layout.ofWrite(call, write, enclosed, losses);
    }

    /** Takes an answer; the last one of a call may raise an alert, and so may one that is given once more. */
    public List<AlertRaised> hear(StateTable state, FleetAnswer answer) {
        if (answer.cause() != null) {
            return new SecondLook(state, forms).after(answer, answer.cause());
        }
        if (answer.parts() == 1) {
            return judge(state, List.of(answer));
        }
        String key = heardKey(answer);
        HeardAnswers heard = HeardAnswers.of(state.get(key));
        heard.add(answer);
        if (heard.buckets().size() < answer.parts()) {
            state.put(key, heard.encode());
            return List.of();
        }
        state.delete(key);
        return judge(state, heard.telling());
    }

    /** Nearly no write carries what another session has read; the call is read only if this one may. */
    private List<AlertRaised> judge(StateTable state, List<FleetAnswer> answers) {
        Enclosure enclosed = answers.isEmpty() ? null : answers.get(0).call();
        if (enclosed == null) {
            return List.of();
        }
        KeptCall kept = KeptCall.decode(enclosed.bytes(), forms.calls());
        ToolCallScanned call = kept.call();
        Write write = Write.of(call);
        List<FleetSource> sources = sources(answers);
        if (PastWrites.isNeeded(call) && !sources.isEmpty()) {
            losses.lost(Loss.PAST_SOURCES, new PastSources(state).keep(call, sources) ? 0 : 1);
        }
        StatementBook book =
                new StatementBook(state, forms.statements(), call.principal().tenant());
        Circumstances circumstances = Circumstances.of(call.call(), book.holdingAt(call.timeMillis()));
        List<Link> links = FleetLinks.of(state, write, call.timeMillis(), sources, circumstances);
        if (links.isEmpty()) {
            return List.of();
        }
        FleetLineage lineage = new FleetLineage(write, sources);
        Optional<Link> own = own(state, call, write, circumstances);
        List<Link> stronger = links.stream()
                .filter(link -> own.isEmpty() || link.score() > own.get().score())
                .toList();
        if (!stronger.isEmpty()) {
            noteTold(state, call, stronger.get(0).tier());
            return List.of(alert(kept, stronger, lineage.through(stronger.get(0))));
        }
        // The session lane has raised that alert already; it cannot tell how the content came to the read that it
        // names.
        List<Hop> hops = leadingTo(state, own.get(), call, lineage);
        return hops.size() == 1 ? List.of() : List.of(alert(kept, links, hops));
    }

    /** So that a second look tells only what is stronger. */
    private void noteTold(StateTable state, ToolCallScanned call, Tier tier) {
        new PastWrites(state, forms.calls())
                .revisit(
                        call.principal().sessionKey(),
                        call.traceId(),
                        write -> tier.compareTo(write.told()) > 0 ? write.told(tier, write.toldBy()) : write);
    }

    private static AlertRaised alert(KeptCall kept, List<Link> links, List<Hop> hops) {
        List<Hop> path = new ArrayList<>(hops);
        path.add(Lineage.sink(kept.call(), kept.place()));
        return Alerts.of(RULE, kept.call(), links).withPath(path);
    }

    private static List<Hop> leadingTo(StateTable state, Link own, ToolCallScanned call, FleetLineage lineage) {
        String agentId = call.principal().agentId();
        return new SessionMemory(state, call.principal().sessionKey())
                .index().reads().stream()
                        .filter(read -> read.traceId().equals(own.sourceTraceId()))
                        .findFirst()
                        .map(read -> lineage.to(own, read, agentId))
                        .orElseGet(() -> lineage.through(own));
    }

    /** The strongest link that the session lane has found for the call. */
    private Optional<Link> own(StateTable state, ToolCallScanned call, Write write, Circumstances circumstances) {
        return Stream.concat(linker.links(state, write, circumstances).stream(), call.outcome().links().stream())
                .max(Comparator.comparingDouble(Link::score));
    }

    /** What the buckets know, in the order of the buckets: a read is in one of them. */
    private static List<FleetSource> sources(List<FleetAnswer> answers) {
        return answers.stream()
                .sorted(Comparator.comparingInt(FleetAnswer::bucket))
                .flatMap(answer -> answer.sources().stream())
                .toList();
    }

    private static boolean isOutside(Destination destination) {
        return destination.audience().compareTo(Audience.KNOWN) > 0;
    }

    private static String heardKey(FleetAnswer answer) {
        return answer.sessionKey() + "\u0000fleet-heard\u0000" + answer.traceId();
    }
}
