package io.weir.scanapi;

import static io.weir.scanapi.ContractApi.PAYMENT;
import static io.weir.scanapi.ContractApi.json;
import static io.weir.scanapi.ContractApi.ok;
import static io.weir.scanapi.ContractApi.reason;
import static io.weir.scanapi.ContractRow.elsewhere;
import static io.weir.scanapi.ContractRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows about policies: sections 1.5, 2.1 and 2.6. Each match key and condition fires on one call and not on another.
 */
final class PolicyContract {

    private static final String OTHER = "{'method':'GET','url':'https://ok.example/a','body':{}}";
    private static final String ORGANIZATION =
            "{'method':'PUT','url':'https://api.github.com/repos/acme/site/pulls/7/merge'}";
    private static final String CHAT =
            "{'method':'POST','url':'https://slack.com/api/chat.postMessage','body':{'channel':'general','text':'hello'}}";

    private static final String CLOUD =
            "{'method':'POST','url':'https://iam.eu-west-1.amazonaws.com/','body':{'RoleArn':"
                    + "'arn:aws:iam::123456789012:role/ops/deployer','Tags':[{'Key':'env','Value':'production'},"
                    + "{'Key':'team','Value':'pay'}]}}";

    private PolicyContract() {}

    static List<ContractRow> rows() {
        List<ContractRow> rows = new ArrayList<>();
        rows.addAll(calls());
        rows.addAll(matches());
        rows.addAll(conditions());
        rows.addAll(choices());
        return rows;
    }

    private static List<ContractRow> calls() {
        return List.of(
                row("1.5a+F-038", "POST /v1/policies/apply makes a version for each name and environment", api -> {
                    String policy = "{'name':'p','description':'d','env_name':'production','rules':[{'rule_id':'a',"
                            + "'match':{'tool_names':['x']},'condition':{},'action':'DENY','priority':1}]}";
                    JsonNode first = ok(api.operator("/v1/policies/apply", policy));
                    for (String member : List.of("policy_id", "name", "env_name", "version", "rules")) {
                        assertThat(first.has(member)).as(member).isTrue();
                    }
                    assertThat(first.path("version").asInt()).isEqualTo(1);
                    assertThat(ok(api.operator("/v1/policies/apply", policy))
                                    .path("version")
                                    .asInt())
                            .isEqualTo(2);
                }),
                row("1.5b+F-037", "the flat shape is taken too", api -> {
                    ok(
                            api.operator(
                                    "/v1/policies/apply",
                                    "{'name':'p','rules':[{'rule_id':'a','tool_name':'send_money','action':'DENY','priority':1}]}"));
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                }),
                row("1.5c", "GET /v1/policies/by-name/{name}?env= answers the newest version", api -> {
                    ok(
                            api.operator(
                                    "/v1/policies/apply",
                                    "{'name':'p','env_name':'production','rules':[{'rule_id':'a','action':'DENY','priority':1}]}"));
                    assertThat(ok(api.operatorGets("/v1/policies/by-name/p?env=production"))
                                    .path("version")
                                    .asInt())
                            .isEqualTo(1);
                }),
                row("F-039", "a policy is for environments and agents; what holds in one is promoted", api -> {
                    ok(api.operator(
                            "/v1/policies/apply",
                            "{'name':'p','env_name':'production','rules':[{'rule_id':'a','match':{'tool_names':"
                                    + "['send_money']},'action':'DENY','priority':1}]}"));
                    assertThat(api.decision(PAYMENT.replace("}}", "},'env':'production'}")))
                            .isEqualTo("DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                    String staging = PAYMENT.replace("}}", "},'env':'staging'}");
                    assertThat(api.decision(staging)).isEqualTo("ALLOW");
                    ok(api.operator("/v1/policies/promote", "{'from_env':'production','to_env':'staging'}"));
                    assertThat(api.decision(staging)).isEqualTo("DENY");
                    api.policy("{'tool_names':['send_money']}", "{}", "REQUIRE_APPROVAL");
                    ok(api.operator(
                            "/v1/policies/apply",
                            "{'name':'own','agent_ids':['bot'],'rules':[{'rule_id':'a','action':'ALLOW'}]}"));
                    assertThat(api.decision(PAYMENT)).isEqualTo("REQUIRE_APPROVAL");
                    assertThat(api.decision(PAYMENT.replace("}}", "},'agent_id':'bot'}")))
                            .isEqualTo("ALLOW");
                }),
                elsewhere("F-040", "shipped defaults and packs", "the tests of packs in launcher"),
                elsewhere("F-041", "validate, diff, apply and packs by command", "PolicyCommandTest in launcher"),
                elsewhere("F-046", "the precedence can be set", "PolicySetTest in engine"),
                row("F-042", "compliance tags are validated, and a matrix says what they cover", api -> {
                    String policy = "{'name':'NAME','compliance_tags':['TAG'],'rules':[{'rule_id':'a','action':'DENY',"
                            + "'priority':1,'match':{'tool_names':['x']}}]}";
                    String cc6 = policy.replace("TAG", "SOC2:CC6.1");
                    JsonNode first = ok(api.operator("/v1/policies/apply", cc6.replace("NAME", "p")));
                    ok(api.operator("/v1/policies/apply", cc6.replace("NAME", "q")));
                    for (String tag : List.of("SOC3:CC6.1", "SOC2:LLM01", "SOC2")) {
                        assertThat(reason(api.operator("/v1/policies/apply", policy.replace("TAG", tag)), 400))
                                .isEqualTo("POLICY_REFUSED");
                    }
                    JsonNode covered = ok(api.operatorGets("/api/compliance/coverage"))
                            .path("coverage")
                            .path("SOC2")
                            .path("CC6.1");
                    assertThat(covered.findValuesAsText("name")).containsExactlyInAnyOrder("p", "q");
                    assertThat(covered.findValuesAsText("policy_id"))
                            .contains(first.path("policy_id").asText());
                }));
    }

    private static ContractRow match(String id, String key, String match, String fires) {
        return row(id, "match " + key, api -> {
            api.policy(match, "{}", "DENY");
            assertThat(api.decision(fires)).isEqualTo("DENY");
            assertThat(api.decision(OTHER)).isEqualTo("ALLOW");
        });
    }

    private static List<ContractRow> matches() {
        return List.of(
                match("2.6a", "tool_name", "{'tool_name':'send_money'}", PAYMENT),
                match("2.6b", "tool_names and tools", "{'tools':['send_*']}", PAYMENT),
                match("2.6c", "operations, exact", "{'operations':['merge_pr']}", ORGANIZATION),
                match("2.6d+F-029", "operations, method:", "{'operations':['method:PUT']}", ORGANIZATION),
                match("2.6e", "operations, category:", "{'operations':['category:write']}", CHAT),
                match("2.6f", "verbs", "{'verbs':['WRITE']}", CHAT),
                match("2.6g", "agent_ids", "{'agent_ids':['bot']}", PAYMENT.replace("}}", "},'agent_id':'bot'}")),
                match(
                        "2.6h",
                        "agent_runtime_types",
                        "{'agent_runtime_types':['crewai']}",
                        PAYMENT.replace("}}", "},'runtime_type':'crewai'}")),
                match("2.6i+F-030", "org_patterns", "{'org_patterns':['ac*']}", ORGANIZATION),
                match("2.6j", "repo_patterns", "{'repo_patterns':['*site']}", ORGANIZATION),
                match("2.6k", "channel_patterns", "{'channel_patterns':['general']}", CHAT),
                match("2.6l", "methods", "{'methods':['PUT']}", ORGANIZATION),
                match("2.6m", "url_patterns, prefix", "{'url_patterns':['https://slack.com/']}", CHAT),
                match("2.6n", "url_patterns, glob", "{'url_patterns':['*://slack.*']}", CHAT),
                match("2.6I", "region_patterns", "{'region_patterns':['eu-*']}", CLOUD),
                match("2.6J", "account_patterns", "{'account_patterns':['1234*']}", CLOUD),
                match("2.6K", "principal_patterns", "{'principal_patterns':['deployer']}", CLOUD),
                match("2.6L", "aws_tags, all of them", "{'aws_tags':{'env':'prod*','team':'pay'}}", CLOUD),
                row("2.6M", "match operations, *", api -> {
                    api.policy("{'operations':['*'],'tools':['send_money']}", "{}", "DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                    assertThat(api.decision(OTHER)).isEqualTo("ALLOW");
                }));
    }

    private static ContractRow condition(String id, String key, String condition, String fires, String not) {
        return row(id, "condition " + key, api -> {
            api.policy("{}", condition, "DENY");
            assertThat(api.decision(fires)).as("fires").isEqualTo("DENY");
            assertThat(api.decision(not)).as("does not fire").isNotEqualTo("DENY");
        });
    }

    private static List<ContractRow> conditions() {
        String card = "{'method':'POST','url':'https://out.example/','body':{'a':'4111 1111 1111 1111'}}";
        String large = PAYMENT.replace("5", "5000");
        return List.of(
                condition("2.6p+F-031", "has_data_class", "{'has_data_class':['PII']}", card, PAYMENT),
                condition(
                        "2.6q",
                        "has_data_class_min_confidence",
                        "{'has_data_class':['PII'],'has_data_class_min_confidence':'MEDIUM'}",
                        card,
                        PAYMENT),
                condition("2.6r", "body_contains_any", "{'body_contains_any':['HELLO','x1']}", CHAT, PAYMENT),
                condition("2.6s", "body_contains_all", "{'body_contains_all':['hello','general']}", CHAT, PAYMENT),
                condition(
                        "2.6t+F-032",
                        "body_path_equals",
                        "{'body_path_equals':{'path':'$.channel','value':'general'}}",
                        CHAT,
                        PAYMENT),
                condition("2.6u", "body_path_gt", "{'body_path_gt':{'path':'$.amount','value':5}}", large, PAYMENT),
                condition("2.6v", "body_path_gte", "{'body_path_gte':{'path':'$.amount','value':6}}", large, PAYMENT),
                condition("2.6w", "body_path_lt", "{'body_path_lt':{'path':'$.amount','value':6}}", PAYMENT, large),
                condition("2.6x", "body_path_lte", "{'body_path_lte':{'path':'$.amount','value':5}}", PAYMENT, large),
                condition("2.6y", "body_size_bytes_gt", "{'body_size_bytes_gt':30}", CHAT, PAYMENT),
                condition(
                        "2.6z+F-033",
                        "is_external_principal",
                        "{'is_external_principal':true}",
                        card,
                        local("{'a':1}")),
                condition("2.6A+F-034", "risk_score_gt", "{'risk_score_gt':0.4}", card, PAYMENT),
                condition(
                        "2.6B",
                        "time_of_day_outside",
                        "{'time_of_day_outside':{'start':'11:00','end':'12:00','tz':'UTC'},'body_contains_any':['hello']}",
                        CHAT,
                        PAYMENT),
                row("2.6C", "condition is_new_destination", api -> {
                    api.policy("{'methods':['POST']}", "{'is_new_destination':true}", "REQUIRE_APPROVAL");
                    api.policy("{'tool_names':['nothing']}", "{}", "DENY");
                    api.scan(session(CHAT));
                    api.policy("{'methods':['POST']}", "{'is_new_destination':true}", "DENY");
                    assertThat(api.decision(session(CHAT))).isEqualTo("ALLOW");
                    assertThat(api.decision(session(card.replace("4111 1111 1111 1111", "x"))))
                            .isEqualTo("DENY");
                }),
                row(
                        "2.6N",
                        "conditions is_volume_burst and volume_burst: five times the usual rate in ten minutes",
                        api -> {
                            for (String name : List.of("is_volume_burst", "volume_burst")) {
                                api.policy("{'tool_names':['send_money']}", "{'" + name + "':true}", "DENY");
                                String call = session(PAYMENT).replace("\"run\"", "\"" + name + "\"");
                                int before = 0;
                                while (before < 100 && api.decision(call).equals("ALLOW")) {
                                    before++;
                                }
                                assertThat(before).isEqualTo(20);
                                api.api.clock.advance(Duration.ofMinutes(30));
                                assertThat(api.decision(call)).isEqualTo("ALLOW");
                            }
                        }),
                row("2.6D", "condition trust_score_lt", api -> {
                    api.policy("{'tool_names':['send_money']}", "{'trust_score_lt':0.95}", "DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                    String id = api.held();
                    ok(api.operator("/v1/approvals/" + id + "/deny", "{}"));
                    api.policy("{'tool_names':['send_money']}", "{'trust_score_lt':0.95}", "DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                }),
                row("2.6E", "condition threat_intel_match", api -> {
                    Files.writeString(api.api.feeds.resolve("ours.txt"), "drop.example\n");
                    api.api.threats.look();
                    api.policy("{}", "{'threat_intel_match':true}", "REQUIRE_APPROVAL");
                    assertThat(api.decision("{'method':'POST','url':'https://ok.example/a','body':"
                                    + "{'text':'see https://drop.example/page'}}"))
                            .isEqualTo("REQUIRE_APPROVAL");
                    assertThat(api.decision(OTHER)).isEqualTo("ALLOW");
                }),
                row("2.6F+F-034", "condition daily_budget_exceeded: of an agent, on a day", api -> {
                    api.policy("{'tool_names':['send_money']}", "{'daily_budget_exceeded':'payments'}", "DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                    assertThat(api.decision(OTHER)).isEqualTo("ALLOW");
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                    assertThat(api.decision(PAYMENT.replace("}}", "},'agent_id':'another'}")))
                            .isEqualTo("ALLOW");
                    api.api.clock.advance(Duration.ofDays(1));
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                }),
                row(
                        "2.6G+F-035",
                        "conditions mcp_drift_detected, mcp_injection_heuristic, mcp_risky_param_added",
                        api -> {
                            for (String[] pair : new String[][] {
                                {"mcp_drift_detected", "drift"},
                                {"mcp_injection_heuristic", "injection"},
                                {"mcp_risky_param_added", "risky_param"}
                            }) {
                                api.policy("{}", "{'" + pair[0] + "':true}", "DENY");
                                assertThat(api.decision(warned("look_alike," + pair[1])))
                                        .isEqualTo("DENY");
                                assertThat(api.decision(warned("none"))).isEqualTo("ALLOW");
                                assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                            }
                        }),
                row("2.6G2", "condition mcp_origin_changed, where the edge pins programs of servers", api -> {
                    api.policy("{}", "{'mcp_origin_changed':true}", "DENY");
                    assertThat(api.decision(warned("origin"))).isEqualTo("DENY");
                    assertThat(api.decision(warned("drift"))).isEqualTo("ALLOW");
                }));
    }

    /** A call of a tool that an MCP edge has looked at. */
    private static String warned(String warnings) {
        return "{'method':'POST','url':'mcp://note','body':{'text':'hi'},'headers':{'X-Weir-Server':'files',"
                + "'X-Weir-Tool-Warnings':'" + warnings + "'}}";
    }

    private static List<ContractRow> choices() {
        return List.of(
                row("2.1a+F-027", "of several policies the strictest counts: DENY, SANITIZE, REQUIRE_APPROVAL", api -> {
                    List<String> strictFirst = List.of("DENY", "SANITIZE", "REQUIRE_APPROVAL", "ALLOW");
                    for (int i = strictFirst.size() - 1; i >= 0; i--) {
                        ok(api.operator(
                                "/v1/policies/apply",
                                "{'name':'p" + i + "','rules':[{'rule_id':'a','match':{'tool_names':['send_money']},"
                                        + "'action':'" + strictFirst.get(i) + "','priority':" + (10 - i) + "}]}"));
                        assertThat(api.decision(PAYMENT)).isEqualTo(strictFirst.get(i));
                    }
                }),
                row("2.1b", "in one policy the lowest priority number counts", api -> {
                    ok(api.operator(
                            "/v1/policies/apply",
                            "{'name':'p','rules':[{'rule_id':'late','action':'DENY','priority':9},"
                                    + "{'rule_id':'soon','match':{'tool_names':['send_money']},'action':"
                                    + "'REQUIRE_APPROVAL','priority':1}]}"));
                    assertThat(api.decision(PAYMENT)).isEqualTo("REQUIRE_APPROVAL");
                }),
                row("2.1c+F-028", "OPEN_INCIDENT denies", api -> {
                    api.policy("{'tool_names':['send_money']}", "{}", "OPEN_INCIDENT");
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                }),
                row("2.1d", "what nothing speaks against is ALLOW", api -> {
                    assertThat(api.decision(OTHER)).isEqualTo("ALLOW");
                }),
                row("2.6H+F-036", "a rule's reason_code stands in the answer, sanitize_fields are redacted", api -> {
                    ok(api.operator(
                            "/v1/policies/apply",
                            "{'name':'p','rules':[{'rule_id':'a','match':{'tool_names':['send_money']},'action':"
                                    + "'SANITIZE','priority':1,'reason_code':'OWN_WORD','sanitize_fields':['$.note'],"
                                    + "'tag':'money','escalate_to':'finance','incident_severity':'HIGH'}]}"));
                    JsonNode answer =
                            api.scan("{'method':'POST','url':'mcp://send_money','body':{'amount':5,'note':'thanks'}}");
                    assertThat(answer.path("reason_codes").toString()).contains("OWN_WORD");
                    assertThat(answer.at("/matched_policies/0/tag").asText()).isEqualTo("money");
                    assertThat(answer.at("/matched_policies/0/escalate_to").asText())
                            .isEqualTo("finance");
                    assertThat(answer.at("/sanitized_body/note").asText()).isNotEqualTo("thanks");
                    assertThat(answer.at("/sanitized_body/amount").asInt()).isEqualTo(5);
                }),
                row("F-043+F-047", "a condition on lineage, and an explanation of what matched", api -> {
                    api.policy("{}", "{'linked_read':{'source_tool':['read_file']}}", "DENY");
                    String text = "The board agreed on Tuesday that the warehouse in the north closes in March.";
                    String trace = api.scan("{'method':'POST','url':'mcp://read_file','session_id':'run','body':{}}")
                            .path("trace_id")
                            .asText();
                    ok(api.agent("/v1/scan/response", "{'trace_id':'" + trace + "','response_body':'" + text + "'}"));
                    JsonNode answer =
                            api.scan("{'method':'POST','url':'https://out.example/up','session_id':'run','body':'"
                                    + text + "'}");
                    assertThat(answer.path("decision").asText()).isEqualTo("DENY");
                    assertThat(answer.at("/matched_policies/0/because")).isNotEmpty();
                }),
                row("F-044", "all, any and not; expressions of RE2", api -> {
                    api.policy("{}", "{'any':[{'body_matches':'^hel+o$'},{'not':{'body_size_bytes_gt':1}}]}", "DENY");
                    assertThat(api.decision(CHAT)).isEqualTo("DENY");
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                }),
                row("F-045", "a candidate is judged beside the active policies and decides nothing", api -> {
                    ok(api.operator(
                            "/v1/policies/apply",
                            "{'name':'p','shadow':true,'rules':[{'rule_id':'a','action':'DENY','priority':1}]}"));
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                    assertThat(api.api.metrics.scrape())
                            .contains("weir_policy_shadow_differences_total{decision=\"DENY\"} 1.0");
                }));
    }

    private static String local(String body) {
        return "{'method':'POST','url':'http://localhost:9/a','body':" + body + "}";
    }

    private static String session(String call) {
        return json(call).substring(0, json(call).length() - 1) + ",\"session_id\":\"run\"}";
    }
}
