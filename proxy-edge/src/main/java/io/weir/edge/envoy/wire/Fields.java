package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protobuf message that is read by field numbers. The classes that are generated for these services weigh thirty
 * megabytes, and we read a dozen fields of them; the tests speak to us with the generated ones.
 */
final class Fields {

    private static final Fields NONE = new Fields(UnknownFieldSet.getDefaultInstance());

    private final UnknownFieldSet fields;

    private Fields(UnknownFieldSet fields) {
        this.fields = fields;
    }

    static Fields of(ByteString message) throws InvalidProtocolBufferException {
        return new Fields(UnknownFieldSet.parseFrom(message));
    }

    boolean has(int number) {
        return fields.hasField(number);
    }

    /** A message, which stands once or is absent. */
    Optional<Fields> message(int number) throws InvalidProtocolBufferException {
        return has(number) ? Optional.of(of(bytes(number))) : Optional.empty();
    }

    /** As {@link #message}, with an empty one where it is absent: what it holds has its defaults. */
    Fields messageOrEmpty(int number) throws InvalidProtocolBufferException {
        return message(number).orElse(NONE);
    }

    List<Fields> messages(int number) throws InvalidProtocolBufferException {
        List<Fields> messages = new ArrayList<>();
        for (ByteString message : fields.getField(number).getLengthDelimitedList()) {
            messages.add(of(message));
        }
        return messages;
    }

    /** Bytes; of several the last, as in every reader of proto3. */
    ByteString bytes(int number) {
        List<ByteString> values = fields.getField(number).getLengthDelimitedList();
        return values.isEmpty() ? ByteString.EMPTY : values.get(values.size() - 1);
    }

    String text(int number) {
        return bytes(number).toStringUtf8();
    }

    long number(int number) {
        List<Long> values = fields.getField(number).getVarintList();
        return values.isEmpty() ? 0 : values.get(values.size() - 1);
    }

    boolean flag(int number) {
        return number(number) != 0;
    }
}
