package io.weir.engine.detect;

/** A rule file that cannot be used. The message names file, rule and, where one fails, the example by its index. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleFileException(String message) {
        super(message);
    }

    RuleFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
