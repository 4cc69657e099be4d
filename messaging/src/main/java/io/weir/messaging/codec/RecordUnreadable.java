package io.weir.messaging.codec;

/**
 * Bytes are not the record they should be. Neither message nor cause hold anything of the bytes, because both end up
 * in logs.
 */
public final class RecordUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordUnreadable(Class<?> type, int length, String why) {
        super("No " + type.getSimpleName() + " in a record of " + length + " bytes: " + why);
    }
}
