package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import org.eclipse.jetty.http.HttpFields;

/** {@code envoy.service.auth.v3.CheckResponse}: whether Envoy lets a request through. */
public final class CheckAnswer {

    private static final int STATUS = 1;
    private static final int DENIED_RESPONSE = 2;
    private static final int OK_RESPONSE = 3;
    private static final int CODE = 1;

    private static final int OK_HEADERS = 2;
    private static final int OK_HEADERS_TO_REMOVE = 5;
    private static final int OK_RESPONSE_HEADERS_TO_ADD = 6;

    private static final int DENIED_STATUS = 1;
    private static final int DENIED_HEADERS = 2;
    private static final int DENIED_BODY = 3;

    /** {@code google.rpc.Code}. */
    private static final int PERMISSION_DENIED = 7;

    private final ByteString message;

    private CheckAnswer(Message message) {
        this.message = message.bytes();
    }

    /**
     * It may pass.
     *
     * @param request what is changed in its headers
     * @param answer headers that the agent gets with the upstream's answer
     */
    public static CheckAnswer passed(HeaderChange request, HttpFields answer) {
        Message passed = new Message();
        request.set()
                .forEach(field -> passed.with(
                        OK_HEADERS, HeaderFields.settingText(field.getName(), String.valueOf(field.getValue()))));
        request.removed().forEach(name -> passed.with(OK_HEADERS_TO_REMOVE, name));
        answer.forEach(field -> passed.with(
                OK_RESPONSE_HEADERS_TO_ADD,
                HeaderFields.settingText(field.getName(), String.valueOf(field.getValue()))));
        return new CheckAnswer(new Message().with(STATUS, new Message()).with(OK_RESPONSE, passed));
    }

    /** It may not, and the agent gets this. */
    public static CheckAnswer stopped(LocalAnswer answer) {
        Message denied = new Message().with(DENIED_STATUS, new Message().with(CODE, answer.status()));
        answer.headers()
                .forEach(field -> denied.with(
                        DENIED_HEADERS, HeaderFields.settingText(field.getName(), String.valueOf(field.getValue()))));
        denied.with(DENIED_BODY, answer.body());
        Message status = new Message().with(CODE, PERMISSION_DENIED);
        return new CheckAnswer(new Message().with(STATUS, status).with(DENIED_RESPONSE, denied));
    }

    ByteString message() {
        return message;
    }
}
