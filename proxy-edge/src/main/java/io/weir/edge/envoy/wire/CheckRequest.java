package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/**
 * {@code envoy.service.auth.v3.CheckRequest}: what Envoy asks before it lets a request through.
 *
 * @param head the request's
 * @param body as it came in; empty if none was sent along
 * @param bodyAsText whether it came as a text, in which Envoy has replaced what is not UTF-8
 */
public record CheckRequest(RequestHead head, ByteString body, boolean bodyAsText) {

    private static final int ATTRIBUTES = 1;
    private static final int REQUEST = 4;
    private static final int HTTP = 2;

    private static final int METHOD = 2;
    private static final int HEADERS = 3;
    private static final int PATH = 4;
    private static final int HOST = 5;
    private static final int SCHEME = 6;
    private static final int BODY = 11;
    private static final int RAW_BODY = 12;
    private static final int HEADER_MAP = 13;

    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;

    /**
     * The request in a message.
     *
     * @throws InvalidProtocolBufferException if it is none
     */
    static CheckRequest of(ByteString message) throws InvalidProtocolBufferException {
        Fields http = Fields.of(message)
                .messageOrEmpty(ATTRIBUTES)
                .messageOrEmpty(REQUEST)
                .messageOrEmpty(HTTP);
        List<HttpField> fields = new ArrayList<>();
        add(fields, ":method", http.text(METHOD));
        add(fields, ":scheme", http.text(SCHEME));
        add(fields, ":authority", http.text(HOST));
        add(fields, ":path", http.text(PATH));
        // Its own pseudo fields stand among the headers once more; who reads them takes care that they agree.
        fields.addAll(headers(http));
        boolean raw = http.has(RAW_BODY);
        return new CheckRequest(RequestHead.of(fields), http.bytes(raw ? RAW_BODY : BODY), !raw && http.has(BODY));
    }

    private static List<HttpField> headers(Fields http) throws InvalidProtocolBufferException {
        List<HttpField> headers = new ArrayList<>(HeaderFields.of(http.messageOrEmpty(HEADER_MAP)));
        for (Fields entry : http.messages(HEADERS)) {
            headers.add(new HttpField(entry.text(ENTRY_KEY), entry.text(ENTRY_VALUE)));
        }
        return headers;
    }

    private static void add(List<HttpField> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new HttpField(name, value));
        }
    }
}
