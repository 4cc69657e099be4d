package io.weir.edge.envoy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * The head of an HTTP request as Envoy holds it, whichever version of HTTP it came by.
 *
 * @param pseudo the fields whose names begin with a colon (RFC 9113, 8.3), in order
 * @param headers the others, in order and with their duplicates
 */
public record RequestHead(List<HttpField> pseudo, HttpFields headers) {

    /** A head with these fields of both kinds. */
    public static RequestHead of(List<HttpField> fields) {
        List<HttpField> pseudo = new ArrayList<>();
        HttpFields.Mutable headers = HttpFields.build();
        for (HttpField field : fields) {
            if (field.getName().startsWith(":")) {
                pseudo.add(field);
            } else {
                headers.add(field);
            }
        }
        return new RequestHead(List.copyOf(pseudo), headers.asImmutable());
    }

    /** The values of a pseudo field: one, unless it is absent or the head is malformed. */
    public List<String> values(String name) {
        return pseudo.stream()
                .filter(field -> field.getName().toLowerCase(Locale.ROOT).equals(name))
                .map(field -> String.valueOf(field.getValue()))
                .toList();
    }
}
