package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

/** A protobuf message that is written by field numbers; the order of calls is kept within a field. */
final class Message {

    private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

    Message with(int number, Message message) {
        return with(number, message.bytes());
    }

    Message with(int number, String text) {
        return with(number, ByteString.copyFromUtf8(text));
    }

    Message with(int number, ByteString bytes) {
        fields.mergeField(number, Field.newBuilder().addLengthDelimited(bytes).build());
        return this;
    }

    Message with(int number, long value) {
        fields.mergeField(number, Field.newBuilder().addVarint(value).build());
        return this;
    }

    ByteString bytes() {
        return fields.build().toByteString();
    }
}
