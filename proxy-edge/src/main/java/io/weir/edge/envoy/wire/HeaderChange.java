package io.weir.edge.envoy.wire;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/**
 * What is changed in the headers of a message.
 *
 * @param set these have these values and no others
 * @param removed names of those that go
 */
public record HeaderChange(HttpFields set, List<String> removed) {

    /** Nothing. */
    public static final HeaderChange NONE = new HeaderChange(HttpFields.EMPTY, List.of());

    private static final int SET_HEADERS = 1;
    private static final int REMOVE_HEADERS = 2;

    /** Copies the list. */
    public HeaderChange {
        removed = List.copyOf(removed);
    }

    /** The same for trailers, to which nothing is added: what is set in the head goes from them. */
    public HeaderChange ofTrailers() {
        List<String> names = new ArrayList<>(removed);
        set.forEach(field -> names.add(field.getName()));
        return new HeaderChange(HttpFields.EMPTY, names);
    }

    /** {@code envoy.service.ext_proc.v3.HeaderMutation}. */
    Message message() {
        Message mutation = new Message();
        set.forEach(field ->
                mutation.with(SET_HEADERS, HeaderFields.setting(field.getName(), String.valueOf(field.getValue()))));
        removed.forEach(name -> mutation.with(REMOVE_HEADERS, name));
        return mutation;
    }
}
