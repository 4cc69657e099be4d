package io.weir.scanapi.access;

import org.jspecify.annotations.Nullable;

/** The keys that were made while Weir runs. Safe to share between threads. */
public interface MintedKeys {

    /** What all keys begin with that were made here. */
    String FORM = "wr_";

    /** What keys of the scan protocol begin with; short-lived keys that such a key makes begin so too. */
    String PROTOCOL_FORM = "iv_";

    /**
     * Whose key this is.
     *
     * @param digest of the key, by {@link ApiKey#digest}
     * @param address that the request came from, a literal IP address
     * @return null if it is none of these keys
     * @throws io.weir.scanapi.http.Refusal {@code IP_NOT_ALLOWED} or {@code INVALID_KEY} if it is one, but not valid
     */
    @Nullable
    Caller find(byte[] digest, String address);
}
