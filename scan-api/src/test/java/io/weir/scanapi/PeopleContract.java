package io.weir.scanapi;

import static io.weir.scanapi.ContractApi.PAYMENT;
import static io.weir.scanapi.ContractApi.ok;
import static io.weir.scanapi.ContractApi.reason;
import static io.weir.scanapi.ContractRow.notBuilt;
import static io.weir.scanapi.ContractRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Rows about what people decide: sections 1.4, 2.8 to 2.10. */
final class PeopleContract {

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
                notBuilt("1.4f+F-088", "POST /v1/slack/interactions", "no chat product is spoken to yet"),
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
                notBuilt(
                        "2.8a+F-077",
                        "trust of agents: start, scrutiny, streak, reset, suspend, reactivate",
                        "under way"),
                notBuilt("2.10a+F-079", "incidents open by the triggers of the protocol", "under way"),
                notBuilt("2.10b+F-080", "incidents: states, resolution codes, notes, opened by hand", "under way"),
                notBuilt("F-082", "posture score with six rules", "later"));
    }

    private static String status(ContractApi api, String id) {
        return ok(api.agentGets("/v1/approvals/" + id + "/status"))
                .path("status")
                .asText();
    }
}
