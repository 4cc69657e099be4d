package io.weir.edge.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers that pass through the gateway, in order and with their duplicates: not those that belong to one
 * connection (RFC 9110, 7.6.1, including those that {@code Connection} names), and not those between agent and gateway.
 */
public final class EndToEndHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Set anew for the upstream, or meant for the gateway. Baggage says who the agent's user is: not for outsiders. */
    private static final Set<String> RENEWED = Set.of("host", "content-length", "expect", "baggage");

    /** They describe the bytes of a body, and so do not fit a redacted one. */
    private static final Set<String> OF_BODY =
            Set.of("content-digest", "content-encoding", "content-md5", "digest", "repr-digest");

    private static final Set<String> RANGES = Set.of("range", "if-range");

    private EndToEndHeaders() {}

    /**
     * What is sent to the upstream, except {@code Host} and {@code Content-Length}.
     *
     * @param credential the gateway's own key; a header that holds it is left out. Empty if there is none
     */
    public static List<HttpField> ofRequest(HttpFields headers, String credential) {
        Set<String> dropped = named(headers);
        List<HttpField> passed = new ArrayList<>();
        for (HttpField field : headers) {
            boolean isRenewed = RENEWED.contains(field.getLowerCaseName());
            boolean holdsCredential = !credential.isEmpty() && text(field).contains(credential);
            if (!isRenewed && !holdsCredential && passes(field, dropped)) {
                passed.add(readableCodings(field));
            }
        }
        return passed;
    }

    /** What is handed on to the agent. */
    public static List<HttpField> ofResponse(HttpFields headers) {
        Set<String> dropped = named(headers);
        List<HttpField> passed = new ArrayList<>();
        for (HttpField field : headers) {
            if (passes(field, dropped)) {
                passed.add(field);
            }
        }
        return passed;
    }

    /** Whether a header is between agent and gateway. */
    public static boolean isInternal(String name) {
        return isInternalInLowerCase(lowerCase(name));
    }

    /** Whether a header describes the bytes of a body, and so does not fit a redacted one. */
    public static boolean describesBody(String name) {
        return OF_BODY.contains(lowerCase(name));
    }

    /** Whether a header asks for a part of a response: what must go could be asked for in two halves. */
    public static boolean asksForRange(String name) {
        return RANGES.contains(lowerCase(name));
    }

    private static boolean passes(HttpField field, Set<String> dropped) {
        String name = field.getLowerCaseName();
        return !HOP_BY_HOP.contains(name) && !dropped.contains(name) && !isInternalInLowerCase(name);
    }

    private static boolean isInternalInLowerCase(String name) {
        return name.startsWith("x-") && (name.startsWith("weir-", 2) || name.startsWith("interven-", 2));
    }

    private static Set<String> named(HttpFields headers) {
        if (!headers.contains(HttpHeader.CONNECTION)) {
            return Set.of();
        }
        return headers.getFields("Connection").stream()
                .flatMap(field -> Arrays.stream(text(field).split(",", -1)))
                .map(name -> lowerCase(name.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A response in a coding that the gateway cannot read could not be reported, so it is not asked for. */
    private static HttpField readableCodings(HttpField field) {
        if (!field.getLowerCaseName().equals("accept-encoding")) {
            return field;
        }
        String readable = Arrays.stream(text(field).split(",", -1))
                .map(String::strip)
                .filter(EndToEndHeaders::isReadable)
                .collect(Collectors.joining(", "));
        return new HttpField(field.getName(), readable.isEmpty() ? "identity" : readable);
    }

    private static boolean isReadable(String coding) {
        String name = lowerCase(coding.split(";", 2)[0].strip());
        return name.equals("gzip") || name.equals("x-gzip") || name.equals("identity");
    }

    private static String text(HttpField field) {
        @Nullable String value = field.getValue();
        return value == null ? "" : value;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
