package io.weir.edge.envoy;

import io.weir.edge.envoy.wire.HeaderChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;

/** Sees to it that no header goes on which is not scanned. */
final class PassedHeaders {

    /** Envoy makes these anew, or has seen to it that they hold nothing but a length or a word. */
    private static final Set<String> FRAMING = Set.of("content-length", "host", "te", "transfer-encoding");

    private PassedHeaders() {}

    /**
     * What makes the headers of a request those that are scanned: a name whose values are scanned in another form is
     * set to that form, a name of which a value is not scanned goes.
     */
    static HeaderChange change(HttpFields all, HttpFields scanned) {
        HttpFields.Mutable set = HttpFields.build();
        List<String> removed = new ArrayList<>();
        for (String name : names(all)) {
            List<String> values = all.getValuesList(name);
            List<String> seen = scanned.getValuesList(name);
            if (seen.size() != values.size()) {
                removed.add(name);
            } else if (!seen.equals(values)) {
                set.add(name, String.join(", ", seen));
            }
        }
        return new HeaderChange(set.asImmutable(), removed);
    }

    private static Set<String> names(HttpFields all) {
        Set<String> names = new TreeSet<>();
        all.forEach(field -> names.add(field.getName().toLowerCase(Locale.ROOT)));
        names.removeAll(FRAMING);
        return names;
    }
}
