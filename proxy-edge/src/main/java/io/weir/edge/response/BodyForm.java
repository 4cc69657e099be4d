package io.weir.edge.response;

import io.weir.edge.call.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What the headers of a response say about its body.
 *
 * @param type media type; the first, if several are declared
 * @param codings content codings, in the order in which they were applied
 * @param ambiguous whether two readers could take different types for the declared one
 */
record BodyForm(MediaType type, List<String> codings, boolean ambiguous) {

    private static final List<List<String>> GZIP = List.of(List.of("gzip"), List.of("x-gzip"));

    static BodyForm of(HttpFields headers) {
        boolean ambiguous = headers.getFields(HttpHeader.CONTENT_TYPE).size() > 1;
        return new BodyForm(MediaType.of(headers.get(HttpHeader.CONTENT_TYPE)), codings(headers), ambiguous);
    }

    private static List<String> codings(HttpFields headers) {
        if (!headers.contains(HttpHeader.CONTENT_ENCODING)) {
            return List.of();
        }
        return headers.getCSV("Content-Encoding", false).stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.equals("identity"))
                .toList();
    }

    boolean gzipped() {
        return GZIP.contains(codings);
    }

    /** Whether it can be text that we can read. */
    boolean isReadable() {
        return !type.isBinary() && (codings.isEmpty() || gzipped());
    }

    /** Whether the agent may be able to read more in it than we are. */
    boolean isHidden() {
        return ambiguous || type.charset() == null || !(codings.isEmpty() || gzipped());
    }

    /** Whether events come in it one by one, for as long as both sides like. */
    boolean isEventStream() {
        return type.name().equals("text/event-stream");
    }
}
