package io.weir.messaging.codec;

/** A record is larger than Kafka takes. */
public final class RecordTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordTooLarge(Class<?> type, int length) {
        super(type.getSimpleName() + " has " + length + " bytes as a record, at most " + RecordCodec.BYTES_MAX
                + " are taken");
    }
}
