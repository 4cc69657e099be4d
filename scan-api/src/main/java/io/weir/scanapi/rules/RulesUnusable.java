package io.weir.scanapi.rules;

import io.weir.schemas.error.ErrorCode;

/** The operator's rules cannot be used. The message names code, file, rule and cause, never content. */
public final class RulesUnusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RulesUnusable(RuleChoice choice, Exception cause) {
        super(
                ErrorCode.RULES_INVALID + ": " + ErrorCode.RULES_INVALID.title() + ": " + where(choice) + ". "
                        + ErrorCode.RULES_INVALID.fix() + "\n" + cause.getMessage(),
                cause);
    }

    private static String where(RuleChoice choice) {
        return choice.directory() == null ? "those shipped" : choice.directory().toString();
    }
}
