package io.weir.launcher.broker;

import org.jspecify.annotations.Nullable;

/** The embedded broker cannot run. The message says what, where, and the fix. */
public final class BrokerUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
