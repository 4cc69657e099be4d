package io.weir.edge.response;

import io.weir.edge.call.JsonText;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.word.ReasonCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with a part of a response that has been reported. */
public sealed interface PartRuling {

    /** The agent gets it as it is. */
    PartRuling PASS = new Pass();

    /** The agent gets it as it is. */
    record Pass() implements PartRuling {}

    /**
     * The agent gets something else.
     *
     * @param body the redacted form of what was reported
     */
    record Replace(Object body) implements PartRuling {}

    /**
     * The agent does not get it.
     *
     * @param why for the agent; holds nothing of the response
     */
    record Withhold(String why) implements PartRuling {}

    /** What an answer of the scan API to a report asks for. */
    static PartRuling of(ResponseScanAnswer answer, Object reported) {
        String reasons = reasons(answer.reasonCodes());
        return switch (answer.decision()) {
            case ALLOW -> PASS;
            case SANITIZE -> redacted(answer.sanitizedBody(), reported, reasons);
            case REQUIRE_APPROVAL, DENY -> new Withhold("The response was denied" + reasons + ".");
        };
    }

    private static PartRuling redacted(@Nullable Object sanitized, Object reported, String reasons) {
        Object before = reported instanceof JsonText json ? json.value() : reported;
        return sanitized == null || sanitized.equals(before)
                ? new Withhold("What must go is not in a part that can be redacted" + reasons + ".")
                : new Replace(sanitized);
    }

    private static String reasons(List<ReasonCode> codes) {
        return codes.isEmpty() ? "" : codes.stream().map(Enum::name).collect(Collectors.joining(", ", " (", ")"));
    }
}
