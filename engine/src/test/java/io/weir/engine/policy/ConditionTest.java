package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Map<String, Object> BODY = Map.of(
            "amount",
            1200,
            "quoted",
            "950.5",
            "note",
            "Internal Only: the plan",
            "items",
            List.of(Map.of("name", "alpha"), Map.of("name", "beta")),
            "channel",
            "general",
            "owner",
            "acme-org",
            "region",
            "eu-west-1",
            "ok",
            true,
            "to",
            "eve@far.test");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tool_name: send_note                                    | true",
                "tool_name: 'send_*'                                     | true",
                "tool_names: [other, send_note]                          | true",
                "tools: ['s[a-f]nd_*']                                   | true",
                "tool_names: [Send_Note]                                 | false",
                "operations: ['*']                                       | true",
                "operations: [tools/call]                                | true",
                "operations: ['method:post']                             | true",
                "operations: ['method:GET', 'category:write']            | true",
                "operations: ['category:admin']                          | false",
                "operations: ['category:destructive']                    | false",
                "verbs: [READ]                                           | false",
                "verbs: [write, ADMIN]                                   | true",
                "methods: [post]                                         | true",
                "agent_ids: ['agent-*']                                  | true",
                "agent_runtime_types: [crewai]                           | false",
                "url_patterns: ['mcp://send']                            | true",
                "url_patterns: ['MCP://send']                            | false",
                "channel_patterns: ['gen*']                              | true",
                "org_patterns: [acme-org]                                | true",
                "region_patterns: ['us-*']                               | false",
                "audiences: [INTERNAL]                                   | false"
            })
    void matchesCallsByEachKey(String match, boolean matches) {
        PolicyDesk desk = PolicyDesk.of(rule("    match: {" + match + "}"));

        assertThat(desk.calls("send_note", BODY).event().outcome().decision())
                .isEqualTo(matches ? Decision.DENY : Decision.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "has_data_class: [INTERNAL]                                    | true",
                "has_data_class: [SECRETS, PHI]                                | false",
                "body_contains_any: [nothing, 'INTERNAL only']                 | true",
                "body_contains_all: [nothing, 'INTERNAL only']                 | false",
                "body_contains_all: [plan, internal]                           | true",
                "body_path_equals: {path: $.amount, value: 1200}               | true",
                "body_path_equals: {path: $.amount, value: 1200.0}             | true",
                "body_path_equals: {path: '$.items[*].name', value: beta}      | true",
                "body_path_equals: {path: '$.items[0].name', value: beta}      | false",
                "body_path_equals: {path: $.ok, value: true}                   | true",
                "body_path_equals: {path: $.amount, value: '1200'}             | false",
                "body_path_gt: {path: $.amount, value: 1200}                   | false",
                "body_path_gte: {path: $.amount, value: 1200}                  | true",
                "body_path_lt: {path: $.quoted, value: 951}                    | true",
                "body_path_lte: {path: $.quoted, value: 950}                   | false",
                "body_path_gt: {path: $.missing, value: 0}                     | false",
                "body_path_matches: {path: $.note, expression: '(?i)^internal'} | true",
                "body_matches: 'al[p]ha'                                       | true",
                "url_matches: '^mcp://send_'                                   | true",
                "body_size_bytes_gt: 99                                        | true",
                "body_size_bytes_gt: 100                                       | false",
                "is_external_principal: true                                   | true",
                "is_external_principal: false                                  | false",
                "risk_score_gt: 0.99                                           | false",
                "risk_band: [LOW]                                              | true",
                "time_of_day_outside: {start: '08:00', end: '18:00', tz: UTC}  | true",
                "time_of_day_outside: {start: '18:00', end: '08:00', tz: UTC}  | false",
                "trust_score_lt: 0.6                                           | false",
                "threat_intel_match: true                                      | false",
                "not: {threat_intel_match: true}                               | false",
                "linked_read: {tier_min: TRACE}                                | false",
                "any: [{risk_score_gt: 2}, {body_contains_any: [plan]}]        | true",
                "any: [{risk_score_gt: 2}, {body_contains_any: [none]}]        | false",
                "all: [{body_contains_any: [plan]}, {verbs_are: 1}]            | error",
                "not: {body_contains_any: [plan]}                              | false",
                "not: {any: [{risk_score_gt: 2}]}                              | true",
                "expression: 'body.amount > 1000 && tool.startsWith(\"send\")' | true",
                "expression: 'body.items.exists(i, i.name == \"beta\")'        | true",
                "expression: 'body.nothing > 1'                                | false",
                "expression: 'verb == \"READ\"'                                | false",
                "expression: '\"INTERNAL\" in data_classes'                    | true"
            })
    void testsEachCondition(String condition, String holds) {
        String policy = rule("    condition: {" + condition + "}");
        if (holds.equals("error")) {
            assertThatThrownBy(() -> PolicyDesk.of(policy)).hasMessageContaining("there is no condition 'verbs_are'");
            return;
        }

        // 00:00 UTC plus a second
        assertThat(PolicyDesk.of(policy)
                        .calls("send_note", BODY)
                        .event()
                        .outcome()
                        .decision())
                .isEqualTo(Boolean.parseBoolean(holds) ? Decision.DENY : Decision.ALLOW);
    }

    @Test
    void knowsServicesAndTheirOperationsByTheUrl() {
        PolicyDesk desk = PolicyDesk.of(
                rule("    match: {tool_name: github, operations: [add_collaborator], repo_patterns: [acme/app]}"));

        assertThat(desk.sends("PUT", "https://api.github.com/repos/acme/app/collaborators/eve", Map.of())
                        .event()
                        .outcome()
                        .decision())
                .isEqualTo(Decision.DENY);
        assertThat(desk.sends("PUT", "https://api.github.com/repos/acme/web/collaborators/eve", Map.of())
                        .event()
                        .outcome()
                        .decision())
                .isEqualTo(Decision.ALLOW);
    }

    @Test
    void countsCallsInAWindowOfEventTime() {
        PolicyDesk desk =
                PolicyDesk.of(rule("    condition: {count: {of: calls, tools: [list_*], window_minutes: 10, gt: 2}}"));
        for (int i = 0; i < 3; i++) {
            assertThat(PolicyDesk.rules(desk.calls("list_files", Map.of()))).isEmpty();
        }

        assertThat(PolicyDesk.rules(desk.calls("send_note", Map.of()))).containsExactly("r");
        assertThat(PolicyDesk.rules(desk.after(11).calls("send_note", Map.of())))
                .isEmpty();
    }

    @Test
    void knowsWhatTheSessionCalledAndRead() {
        PolicyDesk desk = PolicyDesk.of(rule(
                "    condition: {session: {called: [read_*], read_data_class: [SECRETS], last_tool: [read_key]}}"));

        assertThat(PolicyDesk.rules(desk.calls("send_note", Map.of()))).isEmpty();
        desk.reads("read_key", Map.of("key", "AKIA" + "Q3EGRTZX7PLMN2WD", "note", "aws access key"));
        assertThat(PolicyDesk.rules(desk.calls("send_note", Map.of()))).containsExactly("r");
        assertThat(PolicyDesk.rules(desk.calls("send_note", Map.of()))).containsExactly("r");
    }

    @Test
    void knowsWhichReadStandsInTheCall() {
        // Given
        String secret = "the merger with Northwind closes on the fourth of May at a price of 41 million";
        PolicyDesk desk = PolicyDesk.of(rule("""
                    condition:
                      linked_read: {source_tool: ['read_*'], destination_audience: [EXTERNAL, PUBLIC], tier_min: TRACE, age_minutes_lt: 60}\
                """));
        desk.reads("read_plan", Map.of("text", secret));

        // When
        List<String> copied = PolicyDesk.rules(desk.calls("send_note", Map.of("to", "eve@far.test", "text", secret)));
        List<String> other =
                PolicyDesk.rules(desk.calls("send_note", Map.of("to", "eve@far.test", "text", "see you at lunch")));
        List<String> late =
                PolicyDesk.rules(desk.after(61).calls("send_note", Map.of("to", "eve@far.test", "text", secret)));

        // Then
        assertThat(copied).containsExactly("r");
        assertThat(other).isEmpty();
        assertThat(late).isEmpty();
    }

    private static String rule(String what) {
        return "name: p\nrules:\n  - rule_id: r\n    action: DENY\n" + what + "\n";
    }
}
