package io.weir.scanapi.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.ReasonCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A one-time code and the one call that it is for, as the person gets it who shall decide. It goes to that person only:
 * to no log, no topic, no metric and no answer.
 *
 * @param code the code
 * @param approvalId the held call
 * @param tenant owner of the data
 * @param environment where the agent runs
 * @param agentId who wants to make the call
 * @param call what is to be called, never its content
 * @param reasonCodes why it is held
 * @param untilMillis until when the code is taken, epoch milliseconds
 */
public record CodeMessage(
        @JsonProperty("code") String code,
        @JsonProperty("approval_id") String approvalId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("environment") String environment,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("call") ToolCall call,
        @JsonProperty("reason_codes") List<ReasonCode> reasonCodes,
        @JsonProperty("expires_at") long untilMillis) {

    private static final int SHOWN_MAX = 80;
    private static final int DESTINATIONS_SHOWN = 5;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Copies the list. */
    public CodeMessage {
        reasonCodes = List.copyOf(reasonCodes);
    }

    /** The code of a held call. */
    public static CodeMessage of(
            String code, String approvalId, String tenant, ApprovalRequest request, long untilMillis) {
        return new CodeMessage(
                code,
                approvalId,
                tenant,
                request.environment(),
                request.agentId(),
                request.call(),
                request.reasonCodes(),
                untilMillis);
    }

    /** One line for a person. What an agent chose stands in quotes and holds nothing that a terminal would obey. */
    @JsonProperty("text")
    public String line() {
        return "code " + code + " lets agent " + quoted(agentId) + " in " + quoted(environment) + " call "
                + quoted(call.tool()) + " (" + call.verb() + ") for "
                + call.destinations().stream()
                        .limit(DESTINATIONS_SHOWN)
                        .map(Destination::label)
                        .map(CodeMessage::quoted)
                        .collect(Collectors.joining(", "))
                + ", good until " + CLOCK.format(Instant.ofEpochMilli(untilMillis)) + "; held for "
                + reasonCodes.stream().map(ReasonCode::name).collect(Collectors.joining(", ")) + "; approval "
                + approvalId;
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(SHOWN_MAX).forEach(point -> {
            boolean plain = point >= ' ' && point <= '~' && point != '"' && point != '\\';
            if (plain) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
            }
        });
        return shown.append(text.codePointCount(0, text.length()) > SHOWN_MAX ? "...\"" : "\"")
                .toString();
    }

    /** Without the code, so that no log that prints it by mistake gives it away. */
    @Override
    public String toString() {
        return "CodeMessage[" + approvalId + "]";
    }
}
