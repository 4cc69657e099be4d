package io.weir.scanapi.http;

import org.jspecify.annotations.Nullable;

/** The headers of one request, by name in any case. */
@FunctionalInterface
public interface RequestHeaders {

    /** The value of a header, or null if it was not sent. */
    @Nullable
    String get(String name);
}
