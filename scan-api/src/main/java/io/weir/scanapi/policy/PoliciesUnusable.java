package io.weir.scanapi.policy;

import io.weir.schemas.error.ErrorCode;
import java.nio.file.Path;

/** The operator's policies cannot be used. The message names code, file, place and cause. */
public final class PoliciesUnusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PoliciesUnusable(Path directory, Exception cause) {
        super(
                ErrorCode.POLICIES_INVALID + ": " + ErrorCode.POLICIES_INVALID.title() + ": " + directory + ". "
                        + ErrorCode.POLICIES_INVALID.fix() + "\n" + cause.getMessage(),
                cause);
    }
}
