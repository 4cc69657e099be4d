package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/** Reads {@code linked_read}: one earlier read whose content stands in the call, and all that is said of it holds. */
final class LineageReader {

    private static final long MINUTE_MILLIS = 60_000;

    private final Problems problems;
    private final Fields fields;
    private final List<BiPredicate<CallFacts, Link>> tests = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private LineageReader(Node node, Problems problems) {
        this.problems = problems;
        this.fields = Fields.of(node, "'linked_read'", problems);
    }

    static Clause read(Node node, Problems problems) {
        return new LineageReader(node, problems).clause();
    }

    private Clause clause() {
        dataClasses();
        tools();
        audience();
        provenance();
        tier();
        number("score_gt", (facts, link, limit) -> link.score() > limit);
        number("matched_length_gte", (facts, link, limit) -> link.matchedLength() >= limit);
        number("source_share_gte", (facts, link, limit) -> link.sourceContainment() >= limit);
        number("age_minutes_lt", (facts, link, limit) -> ageMinutes(facts, link) < limit);
        number("age_minutes_gt", (facts, link, limit) -> ageMinutes(facts, link) > limit);
        fields.finish("member of 'linked_read'");
        List<BiPredicate<CallFacts, Link>> all = List.copyOf(tests);
        return new SingleTest(
                "linked_read {" + String.join(", ", texts) + "}",
                facts -> Truth.of(!facts.links().isEmpty()
                        && facts.links().stream()
                                .anyMatch(link -> all.stream().allMatch(test -> test.test(facts, link)))),
                LineageReader::sight);
    }

    private void add(String text, BiPredicate<CallFacts, Link> test) {
        texts.add(text);
        tests.add(test);
    }

    private void dataClasses() {
        Node node = fields.take("data_class", "data_classes");
        if (node != null) {
            Set<DataClass> classes = Fields.words(node, "data_class", DataClass.class, problems);
            add(
                    "data_class " + classes,
                    (facts, link) -> link.dataClasses().stream().anyMatch(classes::contains));
        }
    }

    private void tools() {
        List<String> tools = fields.texts("source_tool", "source_tools");
        if (tools != null) {
            Names names = Names.of(tools);
            add("source_tool " + tools, (facts, link) -> names.matches(link.sourceTool()));
        }
    }

    private void audience() {
        Node node = fields.take("destination_audience");
        if (node != null) {
            Set<Audience> audiences = Fields.words(node, "destination_audience", Audience.class, problems);
            add("destination_audience " + audiences, (facts, link) -> audiences.contains(facts.audience()));
        }
    }

    private void provenance() {
        Node node = fields.take("destination_provenance", "provenance");
        if (node != null) {
            Set<DestinationProvenance> provenances =
                    Fields.words(node, "destination_provenance", DestinationProvenance.class, problems);
            add(
                    "destination_provenance " + provenances,
                    (facts, link) -> provenances.contains(link.destinationProvenance()));
        }
    }

    private void tier() {
        Tier least = fields.word(Tier.class, "tier_min", "tier");
        if (least != null) {
            add("tier_min " + least, (facts, link) -> link.tier().atLeast(least));
        }
    }

    private interface LinkLimit {
        boolean holds(CallFacts facts, Link link, double limit);
    }

    private void number(String key, LinkLimit holds) {
        Double limit = fields.number(key);
        if (limit != null) {
            add(key + " " + limit, (facts, link) -> holds.holds(facts, link, limit));
        }
    }

    private static double ageMinutes(CallFacts facts, Link link) {
        return (facts.subject().timeMillis() - link.sourceTimeMillis()) / (double) MINUTE_MILLIS;
    }

    private static String sight(CallFacts facts) {
        if (facts.links().isEmpty()) {
            return "no earlier read stands in the call";
        }
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        facts.links().forEach(link -> tiers.add(link.tier()));
        Link strongest = facts.links().get(0);
        return String.format(
                Locale.ROOT,
                "%d linked reads, tiers %s, the strongest of %s",
                facts.links().size(),
                tiers,
                strongest.sourceTool());
    }
}
