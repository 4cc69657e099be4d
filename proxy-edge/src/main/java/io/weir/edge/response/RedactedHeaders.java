package io.weir.edge.response;

import io.weir.edge.call.EndToEndHeaders;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Makes the headers of a response fit a body that was redacted. */
final class RedactedHeaders {

    private static final Set<String> OF_WHOLE_BODY = Set.of("accept-ranges", "content-length", "etag");

    private RedactedHeaders() {}

    static void adapt(HttpFields.Mutable headers) {
        for (Iterator<HttpField> fields = headers.iterator(); fields.hasNext(); ) {
            String name = fields.next().getName().toLowerCase(Locale.ROOT);
            if (EndToEndHeaders.describesBody(name) || OF_WHOLE_BODY.contains(name)) {
                fields.remove();
            }
        }
        headers.put("X-Weir-Response-Decision", "SANITIZE");
    }
}
