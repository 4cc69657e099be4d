package io.weir.scanapi.key;

import io.weir.schemas.access.KeyRecord;

/**
 * A key that was just made. The text leaves once, in the answer, and is kept nowhere.
 *
 * @param text the key itself
 * @param key what is kept of it
 */
record MintedKey(String text, KeyRecord key) {

    @Override
    public String toString() {
        return "MintedKey[key=" + key + "]";
    }
}
