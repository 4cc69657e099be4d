package io.weir.scanapi.access;

/**
 * Who sent a request, as far as the credential proves it.
 *
 * @param tenant the owner of the data
 * @param credential short fingerprint of the key, or {@code open} where none was sent
 */
public record Caller(String tenant, String credential) {}
