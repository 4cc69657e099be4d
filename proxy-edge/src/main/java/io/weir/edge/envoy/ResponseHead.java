package io.weir.edge.envoy;

import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.call.MediaType;
import io.weir.edge.envoy.wire.HeaderChange;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * The head of a response.
 *
 * @param status of HTTP
 * @param headers without pseudo fields
 */
record ResponseHead(int status, HttpFields headers) {

    private static final int STATUS_OK = 200;

    static ResponseHead of(List<HttpField> fields) {
        HttpFields.Mutable headers = HttpFields.build();
        int status = STATUS_OK;
        for (HttpField field : fields) {
            String value = String.valueOf(field.getValue());
            if (!field.getName().startsWith(":")) {
                headers.add(field);
            } else if (field.getName().equals(":status") && value.matches("[1-9][0-9]{2}")) {
                status = Integer.parseInt(value);
            }
        }
        return new ResponseHead(status, headers.asImmutable());
    }

    /** Whether the body could go on for long, so that an agent waits for its pieces. */
    boolean isStream() {
        return !headers.contains("Content-Length")
                && !MediaType.of(headers.get("Content-Type")).isJson();
    }

    /** Whether the bytes of the body are its text in another coding. */
    boolean isCoded() {
        return headers.contains("Content-Encoding");
    }

    /** The agent is told what we say of the decision, and not what the upstream may say of it. */
    HeaderChange telling(HttpFields told) {
        return new HeaderChange(told, names(EndToEndHeaders::isInternal));
    }

    /** As {@link #telling}, for a body that has been replaced by so many bytes. */
    HeaderChange tellingOfOther(HttpFields told, int length) {
        HttpFields set = HttpFields.build(told).put("content-length", length).asImmutable();
        return new HeaderChange(set, names(name -> EndToEndHeaders.isInternal(name) || describesBody(name)));
    }

    private static boolean describesBody(String name) {
        return EndToEndHeaders.describesBody(name) || name.equals("etag");
    }

    private List<String> names(Predicate<String> which) {
        return headers.stream()
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .filter(which)
                .distinct()
                .toList();
    }
}
