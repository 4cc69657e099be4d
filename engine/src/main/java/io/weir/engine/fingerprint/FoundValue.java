package io.weir.engine.fingerprint;

import io.weir.schemas.word.ValueKind;

/** A short value found in a text, by place and kind; the text itself stays where it is. */
record FoundValue(ValueKind kind, int start, int end) {}
