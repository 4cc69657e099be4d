package io.weir.scanapi;

import static io.weir.scanapi.ContractApi.PAYMENT;
import static io.weir.scanapi.ContractApi.ok;
import static io.weir.scanapi.ContractApi.reason;
import static io.weir.scanapi.ContractRow.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Rows about what people decide: sections 1.4, 2.8 to 2.10. */
final class PeopleContract {

    private static final String BOT = PAYMENT.replace("}}", "},'agent_id':'bot'}");
    private static final String OUTWARD =
            "{'method':'POST','url':'https://out.example/up','body':{'a':'hello'},'agent_id':'bot'}";

    private PeopleContract() {}

    static List<ContractRow> rows() {
        return List.of(
                row("1.4a+F-084", "GET /v1/approvals/{id}/status: pending, approved, denied, expired", api -> {
                    String id = api.held();
                    assertThat(status(api, id)).isEqualTo("pending");
                    ok(api.operator("/v1/approvals/" + id + "/approve", "{}"));
                    assertThat(status(api, id)).isEqualTo("approved");
                    api.scan(PAYMENT);
                    String other = api.held();
                    ok(api.operator("/v1/approvals/" + other + "/deny", "{}"));
                    assertThat(status(api, other)).isEqualTo("denied");
                    api.api.clock.advance(Duration.ofMinutes(11));
                    String third = api.held();
                    api.api.clock.advance(Duration.ofMinutes(11));
                    assertThat(status(api, third)).isEqualTo("expired");
                }),
                row("1.4b", "GET /v1/approvals/{id} answers the agent too", api -> {
                    JsonNode approval = ok(api.agentGets("/v1/approvals/" + api.held()));
                    assertThat(approval.path("status").asText()).isEqualTo("pending");
                }),
                row("1.4c+F-024", "asking for the status costs no scans", api -> {
                    String key = "Bearer "
                            + api.mint("{'name':'a','scans_per_month':1}")
                                    .path("key")
                                    .asText();
                    api.policy("{'tool_names':['send_money']}", "{}", "REQUIRE_APPROVAL");
                    String id = ok(api.api.scan(ContractApi.json(PAYMENT), "Authorization", key))
                            .path("approval_id")
                            .asText();
                    for (int i = 0; i < 5; i++) {
                        ok(api.api.get("/v1/approvals/" + id + "/status", "Authorization", key));
                    }
                }),
                row("1.4d+F-086", "after approval the same scan is ALLOW, RECENT_APPROVAL_GRANT, once", api -> {
                    String id = api.held();
                    ok(api.operator("/v1/approvals/" + id + "/approve", "{}"));
                    JsonNode granted = api.scan(PAYMENT);
                    assertThat(granted.path("decision").asText()).isEqualTo("ALLOW");
                    assertThat(granted.path("reason_codes").toString()).contains("RECENT_APPROVAL_GRANT");
                    assertThat(api.decision(PAYMENT)).isEqualTo("REQUIRE_APPROVAL");
                }),
                row("1.4e", "another body, or another agent, is not the same scan", api -> {
                    ok(api.operator("/v1/approvals/" + api.held() + "/approve", "{}"));
                    assertThat(api.decision("{'method':'POST','url':'mcp://send_money','body':{'amount':6}}"))
                            .isEqualTo("REQUIRE_APPROVAL");
                    assertThat(api.decision(PAYMENT.replace("}}", "},'agent_id':'other'}")))
                            .isEqualTo("REQUIRE_APPROVAL");
                }),
                row(
                        "F-090",
                        "approving needs a scope of its own; a grant is for one call unless set otherwise",
                        api -> {
                            String id = api.held();
                            assertThat(reason(api.agent("/v1/approvals/" + id + "/approve", "{}"), 403))
                                    .isEqualTo("SCOPE_MISSING");
                            assertThat(ok(api.operator("/v1/approvals/" + id + "/approve", "{}"))
                                            .path("uses_left")
                                            .asInt())
                                    .isEqualTo(1);
                        }),
                row("F-091", "the status says how long waiting makes sense", api -> {
                    JsonNode status = ok(api.agentGets("/v1/approvals/" + api.held() + "/status"));
                    assertThat(status.path("expires_at").asLong())
                            .isEqualTo(api.api.clock.millis()
                                    + Duration.ofMinutes(10).toMillis());
                }),
                row("F-089", "a console with a queue of held calls: pending, recent, granted", api -> {
                    String id = api.held();
                    ConsoleBrowser browser = new ConsoleBrowser(api.api);
                    browser.logIn("an operator's long token");
                    assertThat(browser.open("/console?tab=pending").body()).contains(id);
                    assertThat(browser.step(id, "approve").statusCode()).isEqualTo(303);
                    assertThat(browser.open("/console?tab=pending").body()).doesNotContain(id);
                    assertThat(browser.open("/console?tab=granted").body()).contains(id);
                    assertThat(browser.open("/console?tab=recent").body()).contains(id);
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                }),
                row("1.4f+F-088", "POST /v1/slack/interactions takes what Slack has signed, and nothing else", api -> {
                    HttpResponse<String> refused = new ConsoleBrowser(api.api)
                            .send("/v1/slack/interactions", "payload", "{\"type\":\"block_actions\"}");
                    assertThat(reason(refused, 401)).isEqualTo("SIGNATURE_INVALID");
                    SlackPress press = new SlackPress("U024BE7LH", "weir_approve", api.held());
                    ok(api.api.send(
                            press.signed(api.api, api.api.clock.instant().getEpochSecond(), ContractApi.SLACK_SECRET)));
                    assertThat(api.decision(PAYMENT)).isEqualTo("ALLOW");
                }),
                row("2.9a+F-085", "held for 10 minutes, granted for 10, refused for 10", api -> {
                    String id = api.held();
                    ok(api.operator("/v1/approvals/" + id + "/deny", "{}"));
                    assertThat(api.decision(PAYMENT)).isEqualTo("DENY");
                    api.api.clock.advance(Duration.ofMinutes(11));
                    String next = api.held();
                    ok(api.operator("/v1/approvals/" + next + "/approve", "{}"));
                    api.api.clock.advance(Duration.ofMinutes(11));
                    assertThat(api.decision(PAYMENT)).isEqualTo("REQUIRE_APPROVAL");
                }),
                row("2.9b+F-087", "approve, deny, defer, note and bulk; never by whoever asked", api -> {
                    String id = api.held();
                    ok(api.operator("/v1/approvals/" + id + "/notes", "{'note':'asked'}"));
                    ok(api.operator("/v1/approvals/" + id + "/defer", "{'seconds':900}"));
                    ok(api.operator("/v1/approvals/deny", "{'approval_ids':['" + id + "']}"));
                    JsonNode own = ok(api.operator("/v1/scan", PAYMENT.replace("5", "7")));
                    assertThat(reason(
                                    api.operator(
                                            "/v1/approvals/"
                                                    + own.path("approval_id").asText() + "/approve",
                                            "{}"),
                                    403))
                            .isEqualTo("OWN_CALL");
                }),
                row(
                        "2.8a+F-077",
                        "trust starts at 1, falls with denials; below 0.6 is scrutiny; reset gives 1",
                        api -> {
                            assertThat(agent(api).path("trust").asDouble()).isEqualTo(1);
                            deny(api, 5);
                            assertThat(agent(api).path("trust").asDouble()).isEqualTo(0.6);
                            assertThat(agent(api).path("scrutiny").asBoolean()).isFalse();
                            deny(api, 1);
                            assertThat(agent(api).path("scrutiny").asBoolean()).isTrue();
                            JsonNode reset = ok(api.operator("/v1/agents/bot/trust/reset", "{}"));
                            assertThat(reset.path("trust").asDouble()).isEqualTo(1);
                            assertThat(reset.path("scrutiny").asBoolean()).isFalse();
                        }),
                row("2.8b+F-083", "a streak of 50 gives 0.05 back; the debt halves in two days", api -> {
                    deny(api, 2);
                    assertThat(agent(api).path("trust").asDouble()).isEqualTo(0.84);
                    for (int i = 0; i < 50; i++) {
                        api.scan("{'method':'GET','url':'https://ok.example/a','agent_id':'bot'}");
                    }
                    assertThat(agent(api).path("trust").asDouble()).isEqualTo(0.89);
                    api.api.clock.advance(Duration.ofDays(2));
                    assertThat(agent(api).path("trust").asDouble()).isEqualTo(0.945);
                }),
                row("2.8c", "a suspended agent is denied everything until it is reactivated", api -> {
                    ok(api.operator("/v1/agents/bot/suspend", "{'note':'leak'}"));
                    JsonNode denied = api.scan(BOT);
                    assertThat(denied.path("decision").asText()).isEqualTo("DENY");
                    assertThat(denied.path("reason_codes").toString()).isEqualTo("[\"AGENT_SUSPENDED\"]");
                    ok(api.operator("/v1/agents/bot/reactivate", "{}"));
                    assertThat(api.decision(BOT)).isEqualTo("ALLOW");
                }),
                row("2.8d", "under scrutiny a call that goes outside waits for people", api -> {
                    ok(api.operator("/v1/agents/bot/scrutiny", "{'seconds':3600}"));
                    assertThat(api.decision("{'method':'GET','url':'https://ok.example/a','agent_id':'bot'}"))
                            .isEqualTo("ALLOW");
                    JsonNode held = api.scan(OUTWARD);
                    assertThat(held.path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
                    assertThat(held.path("reason_codes").toString()).contains("AGENT_SCRUTINY");
                    api.api.clock.advance(Duration.ofHours(2));
                    assertThat(api.decision(OUTWARD)).isEqualTo("ALLOW");
                }),
                row("F-078", "counters of an hour and a day, and a trend of 14 days", api -> {
                    deny(api, 1);
                    api.api.clock.advance(Duration.ofHours(3));
                    JsonNode agent = agent(api);
                    assertThat(agent.at("/last_hour/denials").asInt()).isZero();
                    assertThat(agent.at("/last_day/denials").asInt()).isEqualTo(1);
                    assertThat(agent.path("trend")).hasSize(14);
                    assertThat(ok(api.operatorGets("/v1/agents")).path("agents"))
                            .hasSize(1);
                }),
                row(
                        "2.10a+F-079",
                        "a CRITICAL denial, five denials, a loss of trust, a breach and a policy open incidents",
                        api -> {
                            String key = ok(api.agent("/v1/keys/ephemeral", "{'scope':{'verbs':['READ']}}"))
                                    .path("key")
                                    .asText();
                            ok(api.api.scan(ContractApi.json(BOT), "Authorization", "Bearer " + key));
                            deny(api, 5);
                            api.policy("{'tool_names':['send_money']}", "{}", "OPEN_INCIDENT");
                            api.scan(BOT);
                            await().untilAsserted(() -> assertThat(triggers(api))
                                    .contains(
                                            "EPHEMERAL_BREACH",
                                            "CRITICAL_DENIAL",
                                            "REPEATED_DENIALS",
                                            "TRUST_DROP",
                                            "POLICY"));
                        }),
                row("2.10b", "what one agent does in one way is one incident", api -> {
                    deny(api, 2);
                    await().untilAsserted(() -> assertThat(triggers(api)).containsExactly("CRITICAL_DENIAL"));
                    api.api.clock.advance(Duration.ofMinutes(2));
                    deny(api, 1);
                    await().untilAsserted(() -> assertThat(incidents(api)
                                    .at("/incidents/0/occurrences")
                                    .asInt())
                            .isEqualTo(2));
                }),
                row("2.10c+F-080", "open by hand, take up, note, close with a resolution, open again", api -> {
                    String path = "/v1/incidents/"
                            + ok(api.operator("/v1/incidents", "{'title':'odd','severity':'HIGH','agent_id':'bot'}"))
                                    .path("incident_id")
                                    .asText();
                    ok(api.operator(path + "/transition", "{'state':'investigating'}"));
                    ok(api.operator(path + "/notes", "{'note':'asked'}"));
                    assertThat(api.operator(path + "/transition", "{'state':'closed'}")
                                    .statusCode())
                            .isEqualTo(400);
                    for (String resolution : List.of(
                            "false_positive",
                            "agent_misbehavior",
                            "agent_compromised",
                            "policy_gap",
                            "infrastructure")) {
                        JsonNode closed = ok(api.operator(
                                path + "/transition", "{'state':'closed','resolution':'" + resolution + "'}"));
                        assertThat(closed.path("resolution").asText()).isEqualTo(resolution);
                        ok(api.operator(path + "/transition", "{'state':'open'}"));
                    }
                    assertThat(reason(api.operator(path + "/transition", "{'state':'open'}"), 409))
                            .isEqualTo("INCIDENT_STATE");
                }),
                row("2.10d+F-081", "suspend the agent, revoke its grants, hold the session, watch it", api -> {
                    String path = "/v1/incidents/"
                            + ok(api.operator("/v1/incidents", "{'title':'odd','agent_id':'bot','session_id':'run-7'}"))
                                    .path("incident_id")
                                    .asText();
                    api.policy("{'tool_names':['send_money']}", "{}", "REQUIRE_APPROVAL");
                    String held = api.scan(BOT).path("approval_id").asText();
                    ok(api.operator("/v1/approvals/" + held + "/approve", "{}"));
                    for (String action : List.of("revoke_grants", "hold_session", "scrutinize_agent")) {
                        ok(api.operator(path + "/actions", "{'action':'" + action + "'}"));
                    }
                    assertThat(api.decision(BOT)).isEqualTo("REQUIRE_APPROVAL");
                    String inSession = "{'method':'GET','url':'https://ok.example/a','session_id':'run-7'}";
                    assertThat(api.scan(inSession).path("reason_codes").toString())
                            .contains("SESSION_HELD");
                    ok(api.operator("/v1/sessions/run-7/release", "{}"));
                    assertThat(api.decision(inSession)).isEqualTo("ALLOW");
                    assertThat(ok(api.operator(path + "/actions", "{'action':'suspend_agent'}"))
                                    .path("history"))
                            .hasSize(5);
                    assertThat(api.decision(BOT)).isEqualTo("DENY");
                }),
                row(
                        "2.10e",
                        "the keys of an agent are rotated: the old ones end at once, the new are shown once",
                        api -> {
                            JsonNode old = api.mint("{'name':'a','default_agent_id':'bot'}");
                            JsonNode reviewer = api.mint("{'kind':'token','name':'Ann','role':'REVIEWER'}");
                            String path = "/v1/incidents/"
                                    + ok(api.operator("/v1/incidents", "{'title':'odd','agent_id':'bot'}"))
                                            .path("incident_id")
                                            .asText();
                            String rotate = ContractApi.json("{'action':'rotate_keys'}");
                            assertThat(reason(api.api.post(path + "/actions", rotate, bearer(reviewer)), 403))
                                    .isEqualTo("SCOPE_MISSING");
                            JsonNode acted = ok(api.operator(path + "/actions", rotate));
                            JsonNode successor = acted.at("/rotated_keys/0");
                            assertThat(api.api
                                            .scan(ContractApi.json(PAYMENT), bearer(old))
                                            .statusCode())
                                    .isEqualTo(401);
                            ok(api.api.scan(ContractApi.json(PAYMENT), bearer(successor)));
                            assertThat(acted.path("history").toString()).contains("rotate_keys");
                            assertThat(ok(api.operatorGets(path)).has("rotated_keys"))
                                    .isFalse();
                            ok(api.operator(path + "/actions", rotate));
                            assertThat(reason(
                                            api.operator(
                                                    "/v1/incidents/"
                                                            + ok(api.operator("/v1/incidents", "{'title':'odd'}"))
                                                                    .path("incident_id")
                                                                    .asText()
                                                            + "/actions",
                                                    rotate),
                                            409))
                                    .isEqualTo("INCIDENT_STATE");
                        }),
                row("4a+F-116", "export of decisions as json, ndjson, csv, splunk, datadog, ocsf, cef and ecs", api -> {
                    api.scan(BOT);
                    api.scan(BOT.replace("'bot'", "'=cmd()'"));
                    assertThat(ok(api.operatorGets("/v1/decisions/export")).path("decisions"))
                            .hasSize(2);
                    assertThat(lines(api, "format=ndjson")).hasSize(2).allMatch(line -> line.contains("trace_id"));
                    assertThat(lines(api, "format=splunk")).hasSize(2).allMatch(line -> line.contains("sourcetype"));
                    assertThat(lines(api, "format=datadog")).hasSize(2).allMatch(line -> line.contains("ddsource"));
                    for (String siem : List.of("ocsf", "cef", "ecs")) {
                        assertThat(lines(api, "format=" + siem))
                                .hasSize(2)
                                .allMatch(line -> line.contains("6003"))
                                .allMatch(line -> line.contains(siem.toUpperCase(Locale.ROOT)));
                    }
                    assertThat(lines(api, "format=csv")).hasSize(3).anyMatch(line -> line.contains(",'=cmd(),"));
                }),
                row("4b+F-123", "an export has since, until and filters, and needs a token that may read", api -> {
                    api.scan(BOT);
                    api.api.clock.advance(Duration.ofHours(1));
                    api.scan(PAYMENT);
                    assertThat(lines(api, "format=ndjson&agent=bot")).hasSize(1);
                    assertThat(lines(api, "format=intent&limit=1").get(0)).contains("\"tool_name\"", "\"verdict\"");
                    assertThat(lines(api, "format=ndjson&since=2026-11-21T10:30:00Z"))
                            .hasSize(1);
                    assertThat(lines(api, "format=ndjson&until=2026-11-21T10:30:00Z"))
                            .hasSize(1);
                    assertThat(lines(api, "format=ndjson&decision=deny&band=MED"))
                            .isEmpty();
                    assertThat(lines(api, "format=ndjson&limit=1")).hasSize(1);
                    assertThat(reason(api.operatorGets("/v1/decisions/export?format=xml"), 400))
                            .isEqualTo("REQUEST_INVALID");
                    assertThat(reason(api.agentGets("/v1/decisions/export"), 403))
                            .isEqualTo("SCOPE_MISSING");
                }),
                row(
                        "F-082",
                        "posture score with six rules; findings are acknowledged, resolved, accepted, reopened",
                        api -> {
                            assertThat(ok(api.operatorGets("/v1/posture"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(100);
                            String key = api.mint("{'name':'reporter','env':'production'}")
                                    .path("key")
                                    .asText();
                            assertThat(rules(api)).containsExactly("NO_IP_ALLOWLIST");
                            api.api.clock.advance(Duration.ofDays(181));
                            assertThat(rules(api))
                                    .containsExactly(
                                            "GHOST_ACCESS",
                                            "NO_IP_ALLOWLIST",
                                            "KEY_OLD_ROTATION",
                                            "NO_POLICY_COVERAGE");
                            ok(api.api.scan(ContractApi.json(BOT), "Authorization", "Bearer " + key));
                            deny(api, 6);
                            assertThat(rules(api))
                                    .containsExactly("DECISIONS_DENIED_RECENT", "NO_IP_ALLOWLIST", "KEY_OLD_ROTATION");
                            assertThat(ok(api.operatorGets("/v1/posture"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(80);
                            assertThat(ok(api.operator(
                                                    "/v1/posture/accept",
                                                    "{'rule':'no_ip_allowlist','note':'one host'}"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(85);
                            assertThat(ok(api.operator(
                                                    "/v1/posture/accept",
                                                    "{'rule':'KEY_OLD_ROTATION','subject':'other'}"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(85);
                            assertThat(ok(api.operator("/v1/posture/reopen", "{'rule':'NO_IP_ALLOWLIST'}"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(80);
                            assertThat(ok(api.operator(
                                                    "/v1/posture/acknowledge",
                                                    "{'rule':'NO_IP_ALLOWLIST','note':'ann looks'}"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(80);
                            assertThat(finding(api, "NO_IP_ALLOWLIST").toString())
                                    .contains("\"state\":\"ACKNOWLEDGED\"", "ann looks", "\"accepted\":false");
                            assertThat(ok(api.operator("/v1/posture/resolve", "{'rule':'NO_IP_ALLOWLIST'}"))
                                            .path("score")
                                            .asInt())
                                    .isEqualTo(85);
                            api.api.clock.advance(Duration.ofHours(25));
                            assertThat(finding(api, "NO_IP_ALLOWLIST")
                                            .path("state")
                                            .asText())
                                    .isEqualTo("OPEN");
                            assertThat(reason(api.operator("/v1/posture/accept", "{'rule':'NONE'}"), 400))
                                    .isEqualTo("REQUEST_INVALID");
                            assertThat(reason(api.agentGets("/v1/posture"), 403))
                                    .isEqualTo("SCOPE_MISSING");
                        }));
    }

    private static List<String> rules(ContractApi api) {
        return ok(api.operatorGets("/v1/posture")).findValuesAsText("rule");
    }

    private static JsonNode finding(ContractApi api, String rule) {
        for (JsonNode finding : ok(api.operatorGets("/v1/posture")).path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError(rule + " finds nothing");
    }

    private static List<String> lines(ContractApi api, String query) {
        return api.operatorGets("/v1/decisions/export?" + query).body().lines().toList();
    }

    private static String[] bearer(JsonNode key) {
        return new String[] {"Authorization", "Bearer " + key.path("key").asText()};
    }

    private static void deny(ContractApi api, int times) {
        api.policy("{'tool_names':['forbidden']}", "{}", "DENY");
        for (int i = 0; i < times; i++) {
            assertThat(api.decision(
                            "{'method':'POST','url':'mcp://forbidden','body':{'n':" + i + "},'agent_id':'bot'}"))
                    .isEqualTo("DENY");
        }
    }

    private static JsonNode agent(ContractApi api) {
        return ok(api.operatorGets("/v1/agents/bot"));
    }

    private static JsonNode incidents(ContractApi api) {
        return ok(api.operatorGets("/v1/incidents?state=open"));
    }

    private static List<String> triggers(ContractApi api) {
        return incidents(api).findValuesAsText("trigger");
    }

    private static String status(ContractApi api, String id) {
        return ok(api.agentGets("/v1/approvals/" + id + "/status"))
                .path("status")
                .asText();
    }
}
