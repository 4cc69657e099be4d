package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.FleetAnswer;
import io.weir.schemas.event.FleetHit;
import io.weir.schemas.event.FleetSource;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A session's side of the fleet lane: asks the buckets about each call that carries something out, keeps the call until
 * all of them have answered, and raises an alert where content that another session has read stands in it.
 *
 * <p>The session's own reads are the session lane's business. A session keeps at most 256 calls that wait for answers; a
 * later one takes the place of the oldest.
 */
public final class FleetDesk {

    /** Id of this rule. */
    public static final String RULE = "fleet-read-write";

    private static final int SLOTS = 256;

    private final SessionLinker linker = new SessionLinker();
    private final Function<ToolCallScanned, byte[]> encode;
    private final Function<byte[], ToolCallScanned> decode;
    private final Function<FleetAnswer, byte[]> encodeAnswer;
    private final Function<byte[], FleetAnswer> decodeAnswer;
    private final Form<Statement> statements;
    private final FleetLayout layout;
    private final LossListener losses;

    /** A desk that stores in these forms, with one group of sessions, that nobody counts. */
    public FleetDesk(Forms forms, Form<FleetAnswer> answers) {
        this(forms, answers, FleetLayout.ONE_GROUP, LossListener.NONE);
    }

    /** A desk that stores in these forms, asks buckets of this layout, and tells of what it leaves out. */
    public FleetDesk(Forms forms, Form<FleetAnswer> answers, FleetLayout layout, LossListener losses) {
        this.encode = forms.calls().encode();
        this.decode = forms.calls().decode();
        this.statements = forms.statements();
        this.encodeAnswer = answers.encode();
        this.decodeAnswer = answers.decode();
        this.layout = layout;
        this.losses = losses;
    }

    /** What the buckets are told or asked because of an event. */
    public List<FleetPart> ask(StateTable state, PlacedEvent event) {
        if (event.event() instanceof ResponseObserved response) {
            return layout.ofRead(response, SessionRead.of(response, event.place()), losses);
        }
        ToolCallScanned call = (ToolCallScanned) event.event();
        Write write = SessionLinker.withoutAddresses(Write.of(call));
        boolean leaves =
                write.carriesOut() && call.call().destinations().stream().anyMatch(FleetDesk::isOutside);
        int slot = leaves ? nextSlot(state, write.sessionKey()) : 0;
        List<FleetPart> parts = leaves ? layout.ofWrite(call, write, slot, losses) : List.of();
        if (!parts.isEmpty()) {
            String key = callKey(write.sessionKey(), slot);
            losses.lost(Loss.FLEET_WRITES, state.get(key) == null ? 0 : 1);
            state.put(key, new KeptCall(call, event.place()).encode(encode));
        }
        return parts;
    }

    /** Takes an answer; the last one of a call may raise an alert. */
    public List<AlertRaised> hear(StateTable state, FleetAnswer answer) {
        String callKey = callKey(answer.sessionKey(), answer.slot());
        byte[] stored = state.get(callKey);
        if (stored == null || !KeptCall.isOf(stored, answer.traceId())) {
            return List.of();
        }
        String heardKey = heardKey(answer);
        HeardAnswers heard = HeardAnswers.of(answer.parts() == 1 ? null : state.get(heardKey), answer.traceId());
        heard.add(answer, encodeAnswer);
        if (heard.buckets().size() < answer.parts()) {
            state.put(heardKey, heard.encode());
            return List.of();
        }
        state.delete(callKey);
        if (answer.parts() > 1) {
            state.delete(heardKey);
        }
        // Nearly no write carries what another session has read; the call is read only if this one may.
        return heard.telling().isEmpty()
                ? List.of()
                : judge(
                        state,
                        KeptCall.decode(stored, decode),
                        heard.telling().stream().map(decodeAnswer).toList());
    }

    private List<AlertRaised> judge(StateTable state, KeptCall kept, List<FleetAnswer> answers) {
        ToolCallScanned call = kept.call();
        Write write = Write.of(call);
        List<FleetLinks.Shared> shared = shared(answers);
        StatementBook book =
                new StatementBook(state, statements, call.principal().tenant());
        Circumstances circumstances = Circumstances.of(call.call(), book.holdingAt(call.timeMillis()));
        List<Link> links = FleetLinks.of(state, write, call.timeMillis(), shared, circumstances);
        if (links.isEmpty()) {
            return List.of();
        }
        FleetLineage lineage = new FleetLineage(write, shared);
        Optional<Link> own = own(state, call, write, circumstances);
        List<Link> stronger = links.stream()
                .filter(link -> own.isEmpty() || link.score() > own.get().score())
                .toList();
        if (!stronger.isEmpty()) {
            return List.of(alert(kept, stronger, lineage.through(stronger.get(0))));
        }
        // The session lane has raised that alert already; it cannot tell how the content came to the read that it
        // names.
        List<Hop> hops = leadingTo(state, own.get(), call, lineage);
        return hops.size() == 1 ? List.of() : List.of(alert(kept, links, hops));
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

    /** What the buckets know, put together per read, in the order of the write. */
    private static List<FleetLinks.Shared> shared(List<FleetAnswer> answers) {
        Map<String, FleetLinks.Shared> byRead = new LinkedHashMap<>();
        answers.stream()
                .sorted(Comparator.comparingInt(FleetAnswer::bucket))
                .flatMap(answer -> answer.sources().stream())
                .forEach(source -> {
                    FleetLinks.Shared shared = byRead.computeIfAbsent(
                            source.eventId(),
                            id -> new FleetLinks.Shared(
                                    source.agentId(), read(source), source.systems(), new ArrayList<>()));
                    source.hits().forEach(hit -> shared.hits().add(hit(hit)));
                });
        return List.copyOf(byRead.values());
    }

    private static Hit hit(FleetHit hit) {
        return new Hit(
                hit.valueKind(),
                hit.sourceLeaf(),
                hit.sourceStart(),
                hit.sourceEnd(),
                hit.sinkLeaf(),
                hit.sinkStart(),
                hit.sinkEnd(),
                hit.valueKind() == null ? 1 : 0);
    }

    private static SessionRead read(FleetSource source) {
        return new SessionRead(
                source.eventId(),
                source.traceId(),
                source.tool(),
                source.timeMillis(),
                source.place(),
                List.of(),
                source.dataClasses(),
                source.addresses(),
                List.of(),
                List.of());
    }

    private static boolean isOutside(Destination destination) {
        return destination.audience().compareTo(Audience.KNOWN) > 0;
    }

    private static int nextSlot(StateTable state, String sessionKey) {
        String key = sessionKey + "\u0000fleet-slot";
        byte[] stored = state.get(key);
        int next = stored == null ? 0 : (ByteBuffer.wrap(stored).getInt() + 1) % SLOTS;
        state.put(key, ByteBuffer.allocate(Integer.BYTES).putInt(next).array());
        return next;
    }

    private static String callKey(String sessionKey, int slot) {
        return sessionKey + "\u0000fleet-call\u0000" + slot;
    }

    private static String heardKey(FleetAnswer answer) {
        return answer.sessionKey() + "\u0000fleet-heard\u0000" + answer.slot();
    }
}
