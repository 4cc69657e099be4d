package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.RiskBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads conditions on how the call is judged, where it goes and when. For one thread. */
final class JudgementReader {

    private final Problems problems;

    JudgementReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Clause riskScore(Node node) {
        return above(node, "risk_score_gt", facts -> facts.judgement().riskScore());
    }

    @Nullable
    Clause bodyBytes(Node node) {
        return above(node, "body_size_bytes_gt", facts ->
                (double) facts.subject().call().bodyBytes());
    }

    private @Nullable Clause above(Node node, String key, ToDoubleFunction<CallFacts> actual) {
        Double limit = Fields.number(node, key, problems);
        if (limit == null) {
            return null;
        }
        DoublePredicate holds = value -> value > limit;
        return new SingleTest(
                key + " " + limit,
                facts -> Truth.of(holds.test(actual.applyAsDouble(facts))),
                facts -> String.format(Locale.ROOT, "is %s", actual.applyAsDouble(facts)));
    }

    @Nullable
    Clause external(Node node) {
        Boolean wanted = Fields.flag(node, "is_external_principal", problems);
        return wanted == null
                ? null
                : new SingleTest(
                        "is_external_principal " + wanted,
                        facts -> Truth.of(wanted == (facts.audience().compareTo(Audience.EXTERNAL) >= 0)),
                        facts -> "audience " + facts.audience());
    }

    @Nullable
    Clause riskBand(Node node) {
        Set<RiskBand> bands = Fields.words(node, "risk_band", RiskBand.class, problems);
        return bands.isEmpty()
                ? null
                : new SingleTest(
                        "risk_band " + bands,
                        facts -> Truth.of(bands.contains(facts.judgement().riskBand())),
                        facts -> facts.judgement().riskBand().name());
    }

    @Nullable
    Clause timeOfDayOutside(Node node) {
        Fields fields = Fields.of(node, "'time_of_day_outside'", problems);
        String start = fields.requiredText("start");
        String end = fields.requiredText("end");
        String zone = fields.text("tz");
        fields.finish("member of 'time_of_day_outside'");
        try {
            LocalTime from = LocalTime.parse(start);
            LocalTime to = LocalTime.parse(end);
            ZoneId tz = ZoneId.of(zone == null ? "UTC" : zone);
            return new SingleTest(
                    "time_of_day_outside " + start + "-" + end + " " + tz,
                    facts -> Truth.of(!within(time(facts, tz), from, to)),
                    facts -> "at " + time(facts, tz).withNano(0) + " " + tz);
        } catch (DateTimeException e) {
            problems.error(
                    node.place(),
                    "'start' and 'end' are times such as '08:30', 'tz' is a zone such as"
                            + " 'Europe/Paris'; quote them");
            return null;
        }
    }

    private static LocalTime time(CallFacts facts, ZoneId zone) {
        return LocalTime.ofInstant(Instant.ofEpochMilli(facts.subject().timeMillis()), zone);
    }

    /** From {@code from}, before {@code to}; past midnight where it ends before it begins. */
    private static boolean within(LocalTime time, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
