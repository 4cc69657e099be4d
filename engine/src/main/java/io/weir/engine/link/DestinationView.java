package io.weir.engine.link;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who can see what a write sends, and where the address came from: judged on the most suspicious of the destinations.
 *
 * @param provenance where the address came from
 * @param tone how the text that it was learnt from orders to deliver there, or null
 * @param outside whether somebody outside can see it
 * @param named whether it is addressed by a plain name only, which cannot be traced
 * @param account whether money goes there
 * @param hinted whether the user's request uses a word of its name
 * @param asked whether the user asks to deliver something to such a destination
 * @param pointed whether the user points to a text that may say where to
 * @param prompted whether a response orders a delivery that may be meant for it, without naming it
 * @param reads positions of the reads that hold the address
 */
record DestinationView(
        DestinationProvenance provenance,
        @Nullable InstructionTone tone,
        boolean outside,
        boolean named,
        boolean account,
        boolean hinted,
        boolean asked,
        boolean pointed,
        boolean prompted,
        Set<Integer> reads) {

    /** Copies the positions, oldest first, into a set that can be asked about any number. */
    DestinationView {
        reads = Collections.unmodifiableSet(new LinkedHashSet<>(reads));
    }

    private static final DestinationView INSIDE = new DestinationView(
            DestinationProvenance.POLICY, null, false, false, false, false, false, false, false, Set.of());

    private static final Map<ValueKind, Set<DestinationKind>> KINDS = Map.of(
            ValueKind.EMAIL, Set.of(DestinationKind.EMAIL),
            ValueKind.URL, Set.of(DestinationKind.URL, DestinationKind.HOST),
            ValueKind.HOST, Set.of(DestinationKind.URL, DestinationKind.HOST),
            ValueKind.IBAN, Set.of(DestinationKind.ACCOUNT));

    /** The most suspicious destination of a write; what somebody outside can see comes first. */
    static DestinationView of(Write write, SessionIndex index) {
        RequestSketch request = write.request();
        Comparator<DestinationView> bySuspicion = Comparator.comparing(DestinationView::outside)
                .thenComparingDouble(view -> Suspicion.of(view, request != null))
                .thenComparing(view -> view.tone() != null);
        List<DestinationView> views = new ArrayList<>(List.of(INSIDE));
        Set<DestinationKind> named = namedKinds(write, request);
        for (Destination destination : write.call().destinations()) {
            DestinationView view = of(destination, request, index);
            views.add(named.contains(destination.kind()) ? view.withoutAsked() : view);
        }
        boolean unaddressed = write.call().destinations().stream().allMatch(one -> one.kind() == DestinationKind.TOOL);
        if (unaddressed && write.call().verb() != Verb.READ) {
            write.values().forEach(value -> views.add(unnamed(value, request, index)));
        }
        return Collections.max(views, bySuspicion);
    }

    /** Kinds of which the user named one of the destinations: then another one beside it is not what was asked for. */
    private static Set<DestinationKind> namedKinds(Write write, @Nullable RequestSketch request) {
        return write.call().destinations().stream()
                .filter(destination -> request != null && request.names(destination))
                .map(Destination::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private DestinationView withoutAsked() {
        return provenance == DestinationProvenance.USER_REQUEST
                ? this
                : new DestinationView(
                        provenance, tone, outside, named, account, hinted, false, pointed, prompted, reads);
    }

    private static DestinationView of(Destination destination, @Nullable RequestSketch request, SessionIndex index) {
        if (destination.audience() == Audience.INTERNAL) {
            return INSIDE;
        }
        boolean tool = destination.kind() == DestinationKind.TOOL;
        Mention mention = mention(destination, request, index);
        boolean outside = destination.audience() != Audience.KNOWN || mention.tone() != null;
        boolean named =
                tool || destination.kind() == DestinationKind.USER || destination.kind() == DestinationKind.CHANNEL;
        boolean account = destination.kind() == DestinationKind.ACCOUNT;
        boolean hinted = request != null && request.hintsAt(destination);
        // Whoever orders to deliver somewhere chooses the words of that address, so then only the whole address counts.
        boolean meant = mention.tone() == null && request != null && (hinted || request.spells(destination));
        if (request != null && (meant || request.names(destination))) {
            return new DestinationView(
                    DestinationProvenance.USER_REQUEST,
                    null,
                    outside,
                    named,
                    account,
                    true,
                    true,
                    true,
                    false,
                    Set.of());
        }
        boolean asked = request != null && request.asksFor(destination.kind(), mention.tone());
        boolean prompted = mention.tone() == null && prompted(destination, request, index);
        boolean described = described(mention, destination, index) && request != null && !asked;
        DestinationProvenance unseen = outside ? DestinationProvenance.UNKNOWN : DestinationProvenance.POLICY;
        return new DestinationView(
                // Whoever works on tickets learns their numbers from tickets; an order to write there is another thing.
                mention.reads().isEmpty() || (tool && mention.tone() == null)
                        ? unseen
                        : DestinationProvenance.TOOL_RESPONSE,
                described ? InstructionTone.OVERRIDE : mention.tone(),
                outside,
                named,
                account,
                hinted,
                asked,
                pointed(request),
                prompted || described,
                mention.reads());
    }

    /**
     * Whether it may be what an order above the task speaks of without an address: a response names it as data, and
     * another one orders to deliver to a person by name, or to "the address in the settings".
     */
    private static boolean described(Mention mention, Destination destination, SessionIndex index) {
        return mention.tone() == null
                && !mention.reads().isEmpty()
                && destination.kind() != DestinationKind.TOOL
                && index.isOverriddenByWord();
    }

    /**
     * Whether a response may have brought the agent to write to a place that none names: it sets any delivery above the
     * task, or orders to make such a thing as the tool makes. Not where the user spoke of such a thing.
     */
    private static boolean prompted(Destination destination, @Nullable RequestSketch request, SessionIndex index) {
        List<String> words = destination.nameHashes();
        return request != null
                && words.stream().noneMatch(request::holds)
                && (index.isOverridden()
                        || words.stream().anyMatch(word -> index.mention(word).tone() != null));
    }

    /** Of a tool, also how a response orders to make such a thing as the tool makes, unless the user spoke of it. */
    private static Mention mention(Destination destination, @Nullable RequestSketch request, SessionIndex index) {
        Mention own = index.mention(destination.hash());
        if (destination.kind() != DestinationKind.TOOL || own.tone() != null) {
            return own;
        }
        return destination.nameHashes().stream()
                .filter(word -> request == null || !request.holds(word))
                .map(index::mention)
                .filter(word -> word.tone() == InstructionTone.OVERRIDE)
                .findFirst()
                .orElse(own);
    }

    /**
     * A destination that no member of the call names as one: an address somewhere in its arguments, in a command or a
     * script, that a response orders to deliver to.
     */
    private static DestinationView unnamed(ValuePrint value, @Nullable RequestSketch request, SessionIndex index) {
        Set<DestinationKind> kinds = KINDS.getOrDefault(value.kind(), Set.of());
        Mention mention = index.mention(value.hash());
        if (kinds.isEmpty() || mention.tone() == null) {
            return INSIDE;
        }
        boolean account = value.kind() == ValueKind.IBAN;
        boolean asked = request != null && kinds.stream().anyMatch(kind -> request.asksFor(kind, mention.tone()));
        return new DestinationView(
                DestinationProvenance.TOOL_RESPONSE,
                mention.tone(),
                true,
                false,
                account,
                false,
                asked,
                pointed(request),
                false,
                mention.reads());
    }

    private static boolean pointed(@Nullable RequestSketch request) {
        return request != null && request.pointed();
    }
}
