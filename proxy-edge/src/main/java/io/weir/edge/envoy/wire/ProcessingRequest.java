package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * {@code envoy.service.ext_proc.v3.ProcessingRequest}: the next part of an exchange.
 *
 * @param part what it is
 * @param fields headers or trailers; empty for a body
 * @param body bytes of a body; empty for the others
 * @param last whether the message ends here
 * @param modes how bodies come, said with the first part; null if it is not said
 * @param isLookingOn whether Envoy waits for no answer
 */
public record ProcessingRequest(
        Part part,
        List<HttpField> fields,
        ByteString body,
        boolean last,
        @Nullable Modes modes,
        boolean isLookingOn) {

    /** What comes, in the order of the numbers of its fields. */
    public enum Part {
        /** Head of the request. */
        REQUEST_HEADERS,
        /** Head of the response. */
        RESPONSE_HEADERS,
        /** Bytes of the request. */
        REQUEST_BODY,
        /** Bytes of the response. */
        RESPONSE_BODY,
        /** Trailers of the request. */
        REQUEST_TRAILERS,
        /** Trailers of the response. */
        RESPONSE_TRAILERS
    }

    /**
     * How bodies come.
     *
     * @param request those of requests
     * @param response those of responses
     */
    public record Modes(BodyMode request, BodyMode response) {}

    private static final int FIRST_PART = 2;
    private static final int LAST_PART = 7;
    private static final int OBSERVABILITY_MODE = 10;
    private static final int PROTOCOL_CONFIG = 11;

    private static final int REQUEST_BODY_MODE = 1;
    private static final int RESPONSE_BODY_MODE = 2;

    private static final int HEADERS = 1;
    private static final int HEADERS_END = 3;
    private static final int BODY = 1;
    private static final int BODY_END = 2;
    private static final int BODY_END_WITHOUT_MESSAGE = 3;
    private static final int TRAILERS = 1;

    /**
     * The part in a message.
     *
     * @throws InvalidProtocolBufferException if it holds none, or several
     */
    static ProcessingRequest of(ByteString message) throws InvalidProtocolBufferException {
        Fields request = Fields.of(message);
        List<Integer> parts = IntStream.rangeClosed(FIRST_PART, LAST_PART)
                .filter(request::has)
                .boxed()
                .toList();
        if (parts.size() != 1) {
            throw new InvalidProtocolBufferException("a processing request holds one part, this " + parts.size());
        }
        Part part = Part.values()[parts.get(0) - FIRST_PART];
        Fields content = request.messageOrEmpty(parts.get(0));
        return switch (part) {
            case REQUEST_HEADERS, RESPONSE_HEADERS ->
                of(part, request, HeaderFields.of(content.messageOrEmpty(HEADERS)), content.flag(HEADERS_END));
            case REQUEST_TRAILERS, RESPONSE_TRAILERS ->
                of(part, request, HeaderFields.of(content.messageOrEmpty(TRAILERS)), true);
            case REQUEST_BODY, RESPONSE_BODY -> {
                boolean last = content.flag(BODY_END) || content.flag(BODY_END_WITHOUT_MESSAGE);
                yield new ProcessingRequest(
                        part, List.of(), content.bytes(BODY), last, null, request.flag(OBSERVABILITY_MODE));
            }
        };
    }

    private static ProcessingRequest of(Part part, Fields request, List<HttpField> fields, boolean last)
            throws InvalidProtocolBufferException {
        Modes modes = request.has(PROTOCOL_CONFIG) ? modes(request.messageOrEmpty(PROTOCOL_CONFIG)) : null;
        return new ProcessingRequest(part, fields, ByteString.EMPTY, last, modes, request.flag(OBSERVABILITY_MODE));
    }

    private static Modes modes(Fields config) {
        return new Modes(BodyMode.of(config.number(REQUEST_BODY_MODE)), BodyMode.of(config.number(RESPONSE_BODY_MODE)));
    }
}
