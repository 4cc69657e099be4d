package io.weir.scanapi.http;

import org.jspecify.annotations.Nullable;

/** The headers of one request, by name in any case. */
@FunctionalInterface
public interface RequestHeaders {

    /** The value of a header, or null if it was not sent. */
    @Nullable
    String get(String name);

    /**
     * The value of a header without which nothing is validly signed.
     *
     * @throws Refusal {@code SIGNATURE_INVALID} if it was not sent
     */
    default String requireSigned(String name) {
        String value = get(name);
        if (value == null) {
            throw Refusal.ofSignature("the header " + name + " is missing");
        }
        return value;
    }
}
