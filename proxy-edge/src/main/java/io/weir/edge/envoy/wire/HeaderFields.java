package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/** {@code envoy.config.core.v3.HeaderMap} and the options by which headers are set. */
final class HeaderFields {

    private static final int HEADERS = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int RAW_VALUE = 3;

    private static final int OPTION_HEADER = 1;
    private static final int OPTION_APPEND_ACTION = 3;
    private static final int OVERWRITE_IF_EXISTS_OR_ADD = 2;

    private HeaderFields() {}

    /** The headers in a map, in order. */
    static List<HttpField> of(Fields map) throws InvalidProtocolBufferException {
        List<HttpField> headers = new ArrayList<>();
        for (Fields header : map.messages(HEADERS)) {
            int value = header.has(RAW_VALUE) ? RAW_VALUE : VALUE;
            headers.add(new HttpField(header.text(KEY), header.text(value)));
        }
        return headers;
    }

    /** {@code HeaderValueOption}: the header has this value and no other. */
    static Message setting(String name, String value) {
        Message header = new Message().with(KEY, name).with(RAW_VALUE, ByteString.copyFromUtf8(value));
        return new Message().with(OPTION_HEADER, header).with(OPTION_APPEND_ACTION, OVERWRITE_IF_EXISTS_OR_ADD);
    }

    /** As {@link #setting}, for ext_authz, which reads texts. */
    static Message settingText(String name, String value) {
        Message header = new Message().with(KEY, name).with(VALUE, value);
        return new Message().with(OPTION_HEADER, header).with(OPTION_APPEND_ACTION, OVERWRITE_IF_EXISTS_OR_ADD);
    }
}
