package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import java.util.List;

/** {@code envoy.service.ext_proc.v3.ProcessingResponse}: what becomes of a part of an exchange. */
public final class ProcessingAnswer {

    private static final int REQUEST_HEADERS = 1;
    private static final int RESPONSE_HEADERS = 2;
    private static final int REQUEST_BODY = 3;
    private static final int RESPONSE_BODY = 4;
    private static final int REQUEST_TRAILERS = 5;
    private static final int RESPONSE_TRAILERS = 6;
    private static final int IMMEDIATE_RESPONSE = 7;

    private static final int COMMON = 1;
    private static final int COMMON_HEADER_MUTATION = 2;
    private static final int COMMON_BODY_MUTATION = 3;
    private static final int MUTATION_BODY = 1;
    private static final int MUTATION_CLEAR = 2;
    private static final int MUTATION_STREAMED = 3;
    private static final int STREAMED_BODY = 1;
    private static final int STREAMED_END = 2;

    private static final int IMMEDIATE_STATUS = 1;
    private static final int IMMEDIATE_HEADERS = 2;
    private static final int IMMEDIATE_BODY = 3;
    private static final int STATUS_CODE = 1;

    private final ByteString message;

    private ProcessingAnswer(Message message) {
        this.message = message.bytes();
    }

    /** Which of the two messages of an exchange. */
    public enum Side {
        /** What goes to the upstream. */
        REQUEST(REQUEST_HEADERS, REQUEST_BODY, REQUEST_TRAILERS),
        /** What comes from it. */
        RESPONSE(RESPONSE_HEADERS, RESPONSE_BODY, RESPONSE_TRAILERS);

        private final int headers;
        private final int body;
        private final int trailers;

        Side(int headers, int body, int trailers) {
            this.headers = headers;
            this.body = body;
            this.trailers = trailers;
        }
    }

    /** The head goes on, changed. */
    public static ProcessingAnswer headers(Side side, HeaderChange change) {
        return common(side.headers, new Message().with(COMMON_HEADER_MUTATION, change.message()));
    }

    /** The body that was shown goes on as it is; so does the head that waits for it, changed. */
    public static ProcessingAnswer bodyAsShown(Side side, HeaderChange change) {
        return common(side.body, new Message().with(COMMON_HEADER_MUTATION, change.message()));
    }

    /** In place of what was shown of the body these bytes go on, which may be none. */
    public static ProcessingAnswer bodyReplaced(Side side, HeaderChange change, byte[] bytes) {
        Message mutation = bytes.length == 0
                ? new Message().with(MUTATION_CLEAR, 1)
                : new Message().with(MUTATION_BODY, ByteString.copyFrom(bytes));
        return common(
                side.body,
                new Message().with(COMMON_HEADER_MUTATION, change.message()).with(COMMON_BODY_MUTATION, mutation));
    }

    /** The next bytes of a full-duplex body. */
    public static ProcessingAnswer bodyStreamed(Side side, ByteString bytes, boolean last) {
        Message streamed = new Message().with(STREAMED_BODY, bytes).with(STREAMED_END, last ? 1 : 0);
        return common(
                side.body, new Message().with(COMMON_BODY_MUTATION, new Message().with(MUTATION_STREAMED, streamed)));
    }

    /** The trailers go on, changed. */
    public static ProcessingAnswer trailers(Side side, HeaderChange change) {
        return new ProcessingAnswer(new Message().with(side.trailers, new Message().with(1, change.message())));
    }

    /** Nothing goes on; the agent gets this. */
    public static ProcessingAnswer stopped(LocalAnswer answer) {
        HeaderChange headers = new HeaderChange(answer.headers(), List.of());
        Message immediate = new Message()
                .with(IMMEDIATE_STATUS, new Message().with(STATUS_CODE, answer.status()))
                .with(IMMEDIATE_HEADERS, headers.message())
                .with(IMMEDIATE_BODY, answer.body());
        return new ProcessingAnswer(new Message().with(IMMEDIATE_RESPONSE, immediate));
    }

    private static ProcessingAnswer common(int number, Message common) {
        return new ProcessingAnswer(new Message().with(number, new Message().with(COMMON, common)));
    }

    ByteString message() {
        return message;
    }
}
