package io.weir.scanapi.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A notice as Slack shows it, with two buttons on a held call. What agents choose is plain text, never markup.
 *
 * @param text what notifications show
 * @param blocks what the message shows
 */
public record SlackMessage(
        @JsonProperty("text") String text,
        @JsonProperty("blocks") List<Map<String, Object>> blocks) {

    /** Name of the button that approves. */
    public static final String APPROVE = "weir_approve";

    /** Name of the button that denies. */
    public static final String DENY = "weir_deny";

    private static final int TEXT_LENGTH_MAX = 2_000;

    /** Copies the list. */
    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** The message of a notice. */
    static SlackMessage of(Notice notice) {
        JsonNode data = Json.mapper().valueToTree(notice.data());
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "section", "text", plain(words(notice.type(), data))));
        if (notice.type() == NoticeType.APPROVAL_HELD) {
            String approvalId = data.path("approval_id").asText();
            blocks.add(Map.of(
                    "type",
                    "actions",
                    "elements",
                    List.of(
                            button("Approve", "primary", APPROVE, approvalId),
                            button("Deny", "danger", DENY, approvalId))));
        }
        return new SlackMessage("Weir: " + notice.type().word(), blocks);
    }

    private static String words(NoticeType type, JsonNode data) {
        return switch (type) {
            case APPROVAL_HELD -> "Held: " + call(data);
            case APPROVAL_DECIDED -> "Now " + data.path("status").asText() + ": " + call(data);
            case APPROVAL_CODE -> data.path("text").asText();
            case INCIDENT_OPENED, INCIDENT_REFERRED, INCIDENT_TICKET ->
                "Incident " + data.path("severity").asText() + ": "
                        + data.at("/opening/title").asText() + ", agent "
                        + data.at("/opening/agent_id").asText() + "; "
                        + data.path("incident_id").asText() + escalated(data.path("opening"));
        };
    }

    private static String call(JsonNode data) {
        JsonNode request = data.path("request");
        return "agent " + request.path("agent_id").asText() + " calls "
                + request.at("/call/tool").asText() + " ("
                + request.at("/call/verb").asText() + ") for "
                + String.join(", ", request.at("/call/destinations").findValuesAsText("label")) + "; "
                + "risk " + request.path("risk_band").asText() + ", because "
                + request.path("reason_codes") + "; data " + request.path("data_classes") + "; approval "
                + data.path("approval_id").asText() + escalated(request);
    }

    private static String escalated(JsonNode escalated) {
        List<String> channels = new ArrayList<>();
        escalated.path("escalate_to").forEach(channel -> channels.add(channel.asText()));
        return channels.isEmpty() ? "" : "; escalated to " + String.join(", ", channels);
    }

    private static Map<String, Object> button(String label, String style, String name, String approvalId) {
        return Map.of("type", "button", "text", plain(label), "style", style, "action_id", name, "value", approvalId);
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX)));
    }
}
