package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A key was made.
 *
 * @param key what is kept of it
 */
public record KeyMinted(@JsonProperty("key") KeyRecord key) implements KeyEvent {

    @Override
    public String keyId() {
        return key.keyId();
    }

    @Override
    public String recordKey() {
        return key.keyId();
    }
}
