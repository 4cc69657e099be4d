package io.weir.scanapi.rules;

import io.weir.schemas.error.ErrorCode;
import java.nio.file.Path;

/** The operator's rules cannot be used. The message names code, file, rule and cause, never content. */
public final class RulesUnusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RulesUnusable(Path directory, Exception cause) {
        super(
                ErrorCode.RULES_INVALID + ": " + ErrorCode.RULES_INVALID.title() + ": " + directory + ". "
                        + ErrorCode.RULES_INVALID.fix() + "\n" + cause.getMessage(),
                cause);
    }
}
