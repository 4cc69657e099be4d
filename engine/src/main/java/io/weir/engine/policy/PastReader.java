package io.weir.engine.policy;

import io.weir.engine.policy.memory.SessionPast;
import io.weir.engine.policy.memory.SessionPast.Counted;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads conditions on what the session did before. For one thread. */
final class PastReader {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long WINDOW_MINUTES_MAX = 24 * 60;

    /** A burst as the scan protocol has it: five times the usual rate within ten minutes. */
    private static final int BURST_MINUTES = 10;

    private static final int BURST_FACTOR = 5;
    private static final int BURST_CALLS_MIN = 20;
    private static final int USUAL_MINUTES = 60;

    private final Problems problems;

    PastReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Clause session(Node node) {
        Fields fields = Fields.of(node, "'session'", problems);
        List<Clause> clauses = new ArrayList<>();
        List<String> called = fields.texts("called");
        if (called != null) {
            Names names = Names.of(called);
            clauses.add(test("called " + called, facts -> facts.subject().past().called(names::matches)));
        }
        List<String> last = fields.texts("last_tool");
        if (last != null) {
            Names names = Names.of(last);
            clauses.add(test("last_tool " + last, facts -> {
                String tool = facts.subject().past().lastTool("");
                return tool != null && names.matches(tool);
            }));
        }
        Node read = fields.take("read_data_class");
        if (read != null) {
            Set<DataClass> classes = Fields.words(read, "read_data_class", DataClass.class, problems);
            clauses.add(test(
                    "read_data_class " + classes,
                    facts -> facts.subject().past().readClasses().stream().anyMatch(classes::contains)));
        }
        fields.finish("member of 'session'");
        return clauses.isEmpty() ? null : new Group(Group.Kind.ALL, clauses);
    }

    private static Clause test(String text, Predicate<CallFacts> holds) {
        return new SingleTest(
                "session " + text,
                facts -> Truth.of(holds.test(facts)),
                facts -> "last tool " + facts.subject().past().lastTool(""));
    }

    @Nullable
    Clause count(Node node) {
        Fields fields = Fields.of(node, "'count'", problems);
        String what = fields.text("of");
        Counted counted = what == null
                ? Counted.CALLS
                : Fields.word(what, fields.place(), "thing to count", Counted.class, problems);
        List<String> tools = fields.texts("tool_names", "tools");
        Long window = fields.integer("window_minutes");
        Double limit = fields.number("gt");
        fields.finish("member of 'count'");
        if (limit == null || window == null || window < 1 || window > WINDOW_MINUTES_MAX || counted == null) {
            problems.error(
                    fields.place(),
                    "'count' needs 'gt' and 'window_minutes' from 1 to " + WINDOW_MINUTES_MAX + ", as in {of: calls,"
                            + " window_minutes: 10, gt: 50}");
            return null;
        }
        Names names = Names.of(tools == null ? List.of("*") : tools);
        String text = String.format(
                Locale.ROOT,
                "count of %s%s in %d minutes above %s",
                counted.name().toLowerCase(Locale.ROOT),
                tools == null ? "" : " to " + tools,
                window,
                limit);
        return new SingleTest(
                text,
                facts -> Truth.of(counted(facts, counted, names, window) > limit),
                facts -> "counted " + counted(facts, counted, names, window));
    }

    private static long counted(CallFacts facts, Counted counted, Names names, long minutes) {
        long now = facts.subject().timeMillis();
        return facts.subject().past().count(counted, names::matches, now - minutes * MINUTE_MILLIS, now);
    }

    @Nullable
    Clause newDestination(Node node, String key) {
        Boolean wanted = Fields.flag(node, key, problems);
        return wanted == null
                ? null
                : new SingleTest(
                        key + " " + wanted,
                        facts -> Truth.of(wanted == (unknown(facts) > 0)),
                        facts -> unknown(facts) + " destinations are new to the session");
    }

    private static long unknown(CallFacts facts) {
        return facts.subject().call().destinations().stream()
                .filter(destination -> !facts.subject().past().knows(destination.hash()))
                .count();
    }

    @Nullable
    Clause volumeBurst(Node node, String key) {
        Boolean wanted = Fields.flag(node, key, problems);
        return wanted == null
                ? null
                : new SingleTest(
                        key + " " + wanted,
                        facts -> Truth.of(wanted == bursts(facts)),
                        facts -> recent(facts) + " calls in ten minutes");
    }

    private static long recent(CallFacts facts) {
        long now = facts.subject().timeMillis();
        return calls(facts, now - BURST_MINUTES * MINUTE_MILLIS, now);
    }

    private static boolean bursts(CallFacts facts) {
        long from = facts.subject().timeMillis() - BURST_MINUTES * MINUTE_MILLIS;
        long before = calls(facts, from - USUAL_MINUTES * MINUTE_MILLIS, from - 1);
        double usual = before * (double) BURST_MINUTES / USUAL_MINUTES;
        long recent = recent(facts);
        return recent >= BURST_CALLS_MIN && recent >= BURST_FACTOR * usual;
    }

    private static long calls(CallFacts facts, long fromMillis, long toMillis) {
        SessionPast past = facts.subject().past();
        return past.count(Counted.CALLS, tool -> true, fromMillis, toMillis);
    }
}
