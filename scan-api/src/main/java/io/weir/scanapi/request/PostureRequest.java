package io.weir.scanapi.request;

import io.weir.schemas.word.PostureRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of what people say of a finding of posture, checked.
 *
 * @param rule that finds it
 * @param subject what it finds, or null for all that the rule finds
 * @param note why, or null
 */
public record PostureRequest(
        PostureRule rule,
        @Nullable String subject,
        @Nullable String note) {

    private static final int NOTE_LENGTH_MAX = 1_000;

    /**
     * The request in a JSON value.
     *
     * @throws io.weir.scanapi.http.Refusal {@code REQUEST_INVALID} with every fault
     */
    public static PostureRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        PostureRule rule = members.word("rule", PostureRule.class, null);
        if (rule == null && members.any("rule") == null) {
            members.fault("rule: missing");
        }
        String subject = members.identifier("subject");
        String note = members.text("note", NOTE_LENGTH_MAX);
        members.check();
        return new PostureRequest(Objects.requireNonNull(rule), subject, note);
    }

    /** The finding, as the configuration writes it. */
    public String finding() {
        return subject == null ? rule.name() : rule + ":" + subject;
    }
}
