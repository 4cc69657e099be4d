package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as hostile as the types allow: every word, empty and long texts, lone surrogates, empty and long lists. */
final class RandomEvents {

    private static final List<String> METHODS =
            List.of("POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CALL", "");
    private static final List<String> LABELS = List.of(
            "api.example.com",
            "api.example.com:443",
            "https://api.example.com/path?q=***",
            "10.0.0.7:8080",
            "host:99999",
            "j***@example.com",
            "#general",
            "-",
            "");

    private RandomEvents() {}

    static Gen<DecisionMade> decisions() {
        return choices -> new DecisionMade(
                text(choices),
                text(choices),
                traceparent(choices),
                time(choices),
                principal(choices),
                call(choices),
                outcome(choices));
    }

    static Gen<AlertRaised> alerts() {
        return choices -> new AlertRaised(
                text(choices),
                text(choices),
                text(choices),
                text(choices),
                text(choices),
                traceparent(choices),
                time(choices),
                principal(choices),
                call(choices),
                word(Decision.class, choices),
                word(Tier.class, choices),
                word(Severity.class, choices),
                score(choices),
                Generators.subsets(DataClass.class).from(choices),
                links(choices),
                Generators.lists(RandomEvents::hop, 0, 40).from(choices),
                choices.coin() ? null : retroactive(choices));
    }

    private static Hop hop(Choices choices) {
        return new Hop(
                word(HopKind.class, choices),
                text(choices),
                text(choices),
                optional(choices),
                time(choices),
                choices.coin() ? null : place(choices),
                text(choices));
    }

    private static Retroactive retroactive(Choices choices) {
        return new Retroactive(word(RetroactiveCause.class, choices), time(choices), text(choices), place(choices));
    }

    private static RecordPlace place(Choices choices) {
        return new RecordPlace(text(choices), choices.below(6), choices.below(Integer.MAX_VALUE));
    }

    static Gen<RecordOrigin> origins() {
        return choices -> new RecordOrigin(text(choices), choices.below(6), choices.below(Integer.MAX_VALUE));
    }

    private static Principal principal(Choices choices) {
        return new Principal(
                text(choices),
                text(choices),
                text(choices),
                optional(choices),
                optional(choices),
                text(choices),
                word(SessionProvenance.class, choices),
                optional(choices));
    }

    private static ToolCall call(Choices choices) {
        Gen<Destination> destinations = any -> new Destination(
                word(DestinationKind.class, any),
                any.coin() ? any.oneOf(LABELS) : text(any),
                Generators.hex(16).from(any),
                word(Audience.class, any),
                "/url");
        return new ToolCall(
                choices.oneOf(METHODS),
                text(choices),
                text(choices),
                word(Verb.class, choices),
                Generators.lists(destinations, 0, 40).from(choices),
                Generators.longs().map(Math::abs).from(choices));
    }

    private static DecisionRecord outcome(Choices choices) {
        Gen<Signal> signals = any -> new Signal(text(any), score(any), text(any));
        return new DecisionRecord(
                word(Decision.class, choices),
                score(choices),
                word(RiskBand.class, choices),
                Generators.subsets(ReasonCode.class).from(choices),
                Generators.subsets(DataClass.class).from(choices),
                Generators.lists(signals, 0, 40).from(choices),
                links(choices),
                optional(choices),
                text(choices));
    }

    private static List<Link> links(Choices choices) {
        return Generators.lists(RandomEvents::link, 0, 40).from(choices);
    }

    private static Link link(Choices choices) {
        return new Link(
                text(choices),
                text(choices),
                time(choices),
                text(choices),
                word(Tier.class, choices),
                score(choices),
                Generators.subsets(DataClass.class).from(choices),
                word(DestinationProvenance.class, choices),
                choices.below(Integer.MAX_VALUE),
                score(choices),
                score(choices),
                Generators.lists(RandomEvents::match, 0, 16).from(choices),
                choices.below(Integer.MAX_VALUE),
                Generators.lists(RandomEvents::text, 0, 40).from(choices));
    }

    private static Match match(Choices choices) {
        Span span = new Span("/body", 0, choices.below(1000));
        return new Match(choices.coin() ? word(ValueKind.class, choices) : null, span, span, optional(choices));
    }

    private static String traceparent(Choices choices) {
        return choices.coin()
                ? "00-" + Generators.hex(32).from(choices) + "-"
                        + Generators.hex(16).from(choices) + "-01"
                : text(choices);
    }

    private static String text(Choices choices) {
        return switch (choices.below(8)) {
            case 0 -> "";
            case 1 -> Texts.utf16().from(choices);
            case 2 -> Texts.words(1).from(choices).repeat(1 + choices.below(300));
            default -> Texts.word().from(choices);
        };
    }

    private static @Nullable String optional(Choices choices) {
        return choices.coin() ? text(choices) : null;
    }

    private static <E extends Enum<E>> E word(Class<E> type, Choices choices) {
        return Generators.constants(type).from(choices);
    }

    private static double score(Choices choices) {
        return Generators.unitInterval().from(choices);
    }

    private static long time(Choices choices) {
        return 1_700_000_000_000L + choices.below(Integer.MAX_VALUE);
    }
}
