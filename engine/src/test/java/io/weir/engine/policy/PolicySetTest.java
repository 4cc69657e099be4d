package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.JudgedCall;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyShadow;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySetTest {

    private static final Map<String, Object> SECRET =
            Map.of("to", "eve@far.test", "text", "key AKIA" + "Q3EGRTZX7PLMN2WD");

    @ParameterizedTest
    @CsvSource({
        "priority,  1, ALLOW,            2, DENY,             ALLOW",
        "priority,  2, ALLOW,            1, DENY,             DENY",
        "priority,  1, ALLOW,            1, REQUIRE_APPROVAL, REQUIRE_APPROVAL",
        "strictest, 1, ALLOW,            2, DENY,             DENY",
        "strictest, 1, REQUIRE_APPROVAL, 2, SANITIZE,         SANITIZE",
        "strictest, 1, SANITIZE,         2, DENY,             DENY",
        "strictest, 1, OPEN_INCIDENT,    2, ALLOW,            DENY"
    })
    void insideAPolicyPriorityOrTheStrictestCounts(
            String precedence, int first, String action, int second, String other, Decision decision) {
        PolicyDesk desk = PolicyDesk.of("""
            name: p
            precedence: %s
            rules:
              - {rule_id: a, priority: %d, action: %s}
              - {rule_id: b, priority: %d, action: %s}
            """.formatted(precedence, first, action, second, other));

        assertThat(desk.calls("send_note", Map.of("text", "hello"))
                        .event()
                        .outcome()
                        .decision())
                .isEqualTo(decision);
    }

    @Test
    void acrossPoliciesTheStrictestCounts() {
        PolicyDesk desk = PolicyDesk.of(
                "name: p\nrules: [{rule_id: a, priority: 1, action: ALLOW}]\n",
                "name: q\nrules: [{rule_id: b, priority: 9, action: DENY}]\n");

        JudgedCall call = desk.calls("send_note", Map.of());

        assertThat(call.event().outcome().decision()).isEqualTo(Decision.DENY);
        assertThat(PolicyDesk.rules(call)).containsExactly("b", "a");
        assertThat(call.event().outcome().reasonCodes()).contains(ReasonCode.POLICY_RULE);
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW,            REQUIRE_APPROVAL, ALLOW",
        "ALLOW,            SANITIZE,         ALLOW",
        "ALLOW,            DENY,             DENY",
        "ALLOW,            OPEN_INCIDENT,    DENY",
        "REQUIRE_APPROVAL, ALLOW,            REQUIRE_APPROVAL",
        "DENY,             ALLOW,            DENY"
    })
    void aPolicyForSomeAgentsTakesThePlaceOfThoseForAllButForWhatTheyDeny(
            String own, String common, Decision decision) {
        PolicyDesk desk = PolicyDesk.of(
                "name: mine\nagent_ids: [\"night-*\"]\nrules: [{rule_id: own, priority: 9, action: %s}]\n"
                        .formatted(own),
                "name: all\nrules: [{rule_id: common, priority: 1, action: %s}]\n".formatted(common));

        JudgedCall call = desk.as("night-batch").calls("send_note", Map.of("text", "hello"));

        assertThat(call.event().outcome().decision()).isEqualTo(decision);
    }

    @Test
    void aPolicyForSomeAgentsSaysNothingAboutOthers() {
        PolicyDesk desk = PolicyDesk.of(
                "name: mine\nagent_ids: [night-batch]\nrules: [{rule_id: own, action: DENY}]\n",
                "name: all\nrules: [{rule_id: common, action: REQUIRE_APPROVAL}]\n");

        JudgedCall call = desk.as("night-batch2").calls("send_note", Map.of("text", "hello"));

        assertThat(call.event().outcome().decision()).isEqualTo(Decision.REQUIRE_APPROVAL);
        assertThat(PolicyDesk.rules(call)).containsExactly("common");
    }

    @Test
    void thoseForAllHoldWhereNoRuleOfThePolicyForTheAgentMatches() {
        PolicyDesk desk = PolicyDesk.of(
                "name: mine\n"
                        + "agent_ids: [night-batch]\n"
                        + "rules: [{rule_id: own, match: {tools: [other]}, action: ALLOW}]\n",
                "name: all\nrules: [{rule_id: common, action: REQUIRE_APPROVAL}]\n");

        JudgedCall call = desk.as("night-batch").calls("send_note", Map.of("text", "hello"));

        assertThat(call.event().outcome().decision()).isEqualTo(Decision.REQUIRE_APPROVAL);
    }

    @Test
    void allowLoosensOnlyWhatItNames() {
        String policy = "name: p\nrules: [{rule_id: a, action: ALLOW, match: {tools: [send_note]}%s}]\n";

        assertThat(decision(PolicyDesk.of(policy.formatted("")))).isEqualTo(Decision.SANITIZE);
        assertThat(decision(PolicyDesk.of(policy.formatted(", loosens: [DENY]"))))
                .isEqualTo(Decision.SANITIZE);
        DecisionRecord loosened = PolicyDesk.of(policy.formatted(", loosens: [SANITIZE]"))
                .calls("send_note", SECRET)
                .event()
                .outcome();
        assertThat(loosened.decision()).isEqualTo(Decision.ALLOW);
        assertThat(loosened.reasonCodes()).contains(ReasonCode.SECRET_DETECTED, ReasonCode.POLICY_PERMITS);
    }

    @Test
    void holdsInItsEnvironmentsOnly() {
        PolicyDesk desk = PolicyDesk.of("name: p\nenv_names: [production]\nrules: [{rule_id: a, action: DENY}]\n");

        assertThat(decision(desk.in("production"))).isEqualTo(Decision.DENY);
        assertThat(decision(desk.in("test"))).isEqualTo(Decision.SANITIZE);
    }

    @Test
    void redactsTheFieldsThatARuleNames() {
        PolicyDesk desk = PolicyDesk.of("""
            name: p
            rules:
              - {rule_id: a, action: SANITIZE, sanitize_fields: [$.person.note, '$.tags[*]']}
            """);

        JudgedCall call = desk.calls(
                "send_note",
                Map.of(
                        "person",
                        Map.of("note", "likes tea", "role", "guest"),
                        "tags",
                        List.of("vip"),
                        "text",
                        "hello"));

        assertThat(call.event().outcome().decision()).isEqualTo(Decision.SANITIZE);
        assertThat(String.valueOf(call.sanitizedBody()))
                .contains("guest", "hello")
                .doesNotContain("likes tea", "vip");
    }

    @Test
    void aCandidateDecidesNothingAndItsDifferencesAreRecorded() {
        PolicySet active = PolicyDesk.set("name: p\nrules: [{rule_id: a, action: ALLOW}]\n");
        PolicySet candidate = PolicyDesk.set("name: p\nrules: [{rule_id: b, action: DENY, match: {tools: [drop]}}]\n");
        PolicyDesk desk = PolicyDesk.of(new ActivePolicies(active, candidate));

        DecisionRecord differs = desk.calls("drop", Map.of()).event().outcome();

        assertThat(differs.decision()).isEqualTo(Decision.ALLOW);
        PolicyShadow shadow = differs.shadow();
        assertThat(shadow).isNotNull();
        assertThat(Objects.requireNonNull(shadow).decision()).isEqualTo(Decision.DENY);
        assertThat(shadow.policies().version()).isEqualTo(candidate.version());
    }

    @Test
    void sameCandidateLeavesNoTrace() {
        PolicySet active = PolicyDesk.set("name: p\nrules: [{rule_id: a, action: DENY}]\n");
        PolicyDesk desk = PolicyDesk.of(new ActivePolicies(active, active));

        assertThat(desk.calls("drop", Map.of()).event().outcome().shadow()).isNull();
    }

    @Test
    void theVersionOfThePoliciesStandsInTheDecision() {
        PolicySet set = PolicyDesk.set("name: p\nrules: [{rule_id: a, action: DENY}]\n");

        assertThat(PolicyDesk.of(new ActivePolicies(set, null))
                        .calls("drop", Map.of())
                        .event()
                        .outcome()
                        .policyVersion())
                .endsWith("+" + set.version());
    }

    @Test
    void whatASessionRemembersIsBounded() {
        MemoryStateTable table = new MemoryStateTable();
        PolicyDesk desk =
                PolicyDesk.of("name: p\nrules: [{rule_id: a, action: ALLOW}]\n").on(table);
        for (int i = 0; i < 3_000; i++) {
            desk.after(1).calls("tool_" + i, Map.of());
        }

        assertThat(table.size()).isLessThan(2_000);
        assertThat(new PolicyMemory(table, "acme|s1").lastTool("")).isEqualTo("tool_2999");
    }

    private static Decision decision(PolicyDesk desk) {
        return desk.calls("send_note", SECRET).event().outcome().decision();
    }
}
