package io.weir.engine.scan;

/** Where a value was found. It is filled by matchers and used again. */
final class Match {

    int start;
    int end;
}
