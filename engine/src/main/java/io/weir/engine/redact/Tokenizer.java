package io.weir.engine.redact;

import io.weir.engine.detect.Detection;

/** Makes the token that stands for a value: the same one for the same value. Safe to share between threads. */
@FunctionalInterface
public interface Tokenizer {

    /** The token of a value that was detected. */
    String token(Detection detection, String value);
}
