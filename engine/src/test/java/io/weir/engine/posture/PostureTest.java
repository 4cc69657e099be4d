package io.weir.engine.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.trust.AgentStanding;
import io.weir.schemas.api.PostureAnswer;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.PostureState;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostureTest {

    private static final long NOW = Duration.ofDays(400).toMillis();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // age, confined, silent, covered | findings | score
                "  1, true,  true,  false | ''                                              | 100",
                "  8, true,  true,  false | NO_POLICY_COVERAGE production                   | 95",
                " 30, true,  true,  true  | ''                                              | 100",
                " 31, true,  true,  true  | GHOST_ACCESS key-1                              | 90",
                " 31, true,  false, true  | ''                                              | 100",
                "  1, false, false, true  | NO_IP_ALLOWLIST key-1                           | 95",
                "180, true,  false, true  | ''                                              | 100",
                "181, true,  false, true  | KEY_OLD_ROTATION key-1                          | 95",
                "181, false, true,  true  | GHOST_ACCESS key-1, NO_IP_ALLOWLIST key-1, KEY_OLD_ROTATION key-1 | 80"
            })
    void findsWhatIsWrongWithAKey(String key, String findings, int score) {
        String[] facts = key.strip().split(",\\s*");
        PostureAnswer posture = Posture.of(
                List.of(new KeyFacts(
                        "key-1",
                        "reporter",
                        "production",
                        NOW - Duration.ofDays(Long.parseLong(facts[0])).toMillis(),
                        Boolean.parseBoolean(facts[1]),
                        Boolean.parseBoolean(facts[2]),
                        Boolean.parseBoolean(facts[3]))),
                List.of(),
                Remarks.NONE,
                NOW);

        assertThat(text(posture)).isEqualTo(findings);
        assertThat(posture.score()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.49, 0.49, 5 | LOW_TRUST_SUSTAINED bot",
                "0.49, 0.50, 5 | ''",
                "0.50, 0.49, 5 | ''",
                "1.00, 1.00, 6 | DECISIONS_DENIED_RECENT bot"
            })
    void findsWhatIsWrongWithAnAgent(String agent, String findings) {
        String[] facts = agent.strip().split(",\\s*");
        AgentStanding standing = new AgentStanding(
                "bot",
                Double.parseDouble(facts[0]),
                false,
                null,
                AgentMarks.NONE,
                new AgentMarks(Integer.parseInt(facts[2]), 0, 0, 0, 0, 0, 0, 0),
                Collections.nCopies(14, Double.parseDouble(facts[1])),
                NOW);

        assertThat(text(Posture.of(List.of(), List.of(standing), Remarks.NONE, NOW)))
                .isEqualTo(findings);
    }

    @Test
    void whatIsAcceptedCostsNothingAndStaysInTheList() {
        KeyFacts key = new KeyFacts("key-1", "reporter", "production", NOW, false, false, true);
        KeyFacts other = new KeyFacts("key-2", "mailer", "production", NOW, false, false, true);

        assertThat(Posture.of(List.of(key, other), List.of(), accepted("NO_IP_ALLOWLIST"), NOW)
                        .score())
                .isEqualTo(100);
        PostureAnswer one = Posture.of(List.of(key, other), List.of(), accepted("NO_IP_ALLOWLIST:key-1"), NOW);
        assertThat(one.score()).isEqualTo(95);
        assertThat(one.findings())
                .extracting(PostureAnswer.PostureFinding::accepted)
                .containsExactly(true, false);
    }

    @Test
    void theScoreIsNeverBelowZero() {
        List<KeyFacts> keys = Collections.nCopies(30, new KeyFacts("k", "n", "e", 0, false, true, true));

        assertThat(Posture.of(keys, List.of(), Remarks.NONE, NOW).score()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "FINDING_ACKNOWLEDGED, 0,        ACKNOWLEDGED, 95",
        "FINDING_ACCEPTED,     0,        ACCEPTED,     100",
        "FINDING_REOPENED,     0,        OPEN,         95",
        "FINDING_RESOLVED,     86399999, RESOLVED,     100",
        "FINDING_RESOLVED,     86400000, OPEN,         95"
    })
    void whatPeopleSayOfAFindingStandsBesideItAndResolvedHoldsForADay(
            AgentStep step, long later, PostureState state, int score) {
        PostureAnswer posture = posture(later, said(step, "NO_IP_ALLOWLIST:key-1", NOW));

        assertThat(posture.score()).isEqualTo(score);
        assertThat(posture.findings().get(0).state()).isEqualTo(state);
        assertThat(posture.findings().get(0).author()).isEqualTo("ann");
        assertThat(posture.findings().get(0).note()).isEqualTo("why");
    }

    @Test
    void ofAWordAboutOneFindingAndOneAboutItsRuleTheLaterCounts() {
        AgentRuled one = said(AgentStep.FINDING_ACCEPTED, "NO_IP_ALLOWLIST:key-1", NOW);

        assertThat(posture(0, one, said(AgentStep.FINDING_REOPENED, "NO_IP_ALLOWLIST", NOW + 1))
                        .score())
                .isEqualTo(95);
        assertThat(posture(0, one, said(AgentStep.FINDING_REOPENED, "NO_IP_ALLOWLIST", NOW - 1))
                        .score())
                .isEqualTo(100);
    }

    private static PostureAnswer posture(long later, AgentRuled... said) {
        Map<String, AgentRuled> last = new HashMap<>();
        for (AgentRuled one : said) {
            last.put(String.valueOf(one.finding()), one);
        }
        KeyFacts key = new KeyFacts("key-1", "reporter", "production", NOW, false, false, true);
        return Posture.of(List.of(key), List.of(), new Remarks(Set.of(), last), NOW + later);
    }

    private static AgentRuled said(AgentStep step, String finding, long timeMillis) {
        Long until = step == AgentStep.FINDING_RESOLVED ? Long.valueOf(timeMillis + 86_400_000) : null;
        return new AgentRuled("id", "acme", "", null, step, timeMillis, "ann", until, "why", finding);
    }

    private static Remarks accepted(String finding) {
        return new Remarks(Set.of(finding), Map.of());
    }

    private static String text(PostureAnswer posture) {
        return String.join(
                ", ",
                posture.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.subject())
                        .toList());
    }
}
