package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The headers that repeat parts of the body (revision 2026-07-28): what they say must be what the body says. */
final class Mirrors {

    private static final String PARAM_PREFIX = "mcp-param-";
    private static final Set<String> NAMED = Set.of("tools/call", "prompts/get", "resources/read");
    private static final String CODED_START = "=?base64?";
    private static final String CODED_END = "?=";

    private Mirrors() {}

    /** What is wrong with the headers, or empty if they agree with the message. */
    static Optional<String> mismatch(HttpFields headers, Message message) {
        String version = Members.text(message.meta().get(Message.VERSION_META));
        return differs(headers, "Mcp-Method", message.methodName())
                .or(() -> differs(headers, "Mcp-Name", name(message)))
                .or(() -> version == null ? Optional.empty() : differs(headers, "MCP-Protocol-Version", version));
    }

    /** What {@code Mcp-Name} repeats: the first of these that the method has. */
    private static @Nullable String name(Message message) {
        if (message.methodName().startsWith("tasks/")) {
            return Members.text(message.params().get("taskId"));
        }
        String name = Members.text(message.params().get("name"));
        return name == null ? Members.text(message.params().get("uri")) : name;
    }

    private static Optional<String> differs(HttpFields headers, String header, @Nullable String expected) {
        List<String> values = headers.getValuesList(header);
        if (values.size() > 1) {
            return Optional.of("The header " + header + " stands there more than once.");
        }
        if (values.isEmpty()) {
            // Whether it must be there is the server's to say: it depends on the revision.
            return Optional.empty();
        }
        Optional<String> said = decoded(values.get(0));
        return said.isPresent() && said.get().equals(expected)
                ? Optional.empty()
                : Optional.of("The header " + header + " does not say what the body says.");
    }

    /** Headers that repeat arguments: they are scanned with them. */
    static Map<String, String> params(HttpFields headers) {
        Map<String, String> params = new LinkedHashMap<>();
        headers.forEach(field -> {
            if (isParam(field)) {
                String value = field.getValue() == null ? "" : field.getValue();
                params.merge(field.getName(), decoded(value).orElse(value), (first, second) -> first + ", " + second);
            }
        });
        return params;
    }

    /** Whether a header repeats something of the body. */
    static boolean isMirror(HttpField field) {
        return isParam(field)
                || field.getName().equalsIgnoreCase("Mcp-Method")
                || field.getName().equalsIgnoreCase("Mcp-Name");
    }

    /** The headers that repeat a message, as clients of 2026-07-28 send them. */
    static List<HttpField> of(Message message, Map<String, String> params) {
        List<HttpField> fields = new ArrayList<>();
        fields.add(new HttpField("Mcp-Method", message.methodName()));
        String name = name(message);
        if (name != null && NAMED.contains(message.methodName())) {
            fields.add(new HttpField("Mcp-Name", coded(name)));
        }
        params.forEach((header, value) -> fields.add(new HttpField(header, coded(value))));
        return fields;
    }

    /** Which header a request of 2026-07-28 lacks; empty if none. */
    static Optional<String> missing(HttpFields headers, Message message) {
        return of(message, Map.of()).stream()
                .map(HttpField::getName)
                .filter(name -> !headers.contains(name))
                .findFirst()
                .map(name -> "The header " + name + " is missing.");
    }

    private static boolean isParam(HttpField field) {
        return field.getName().toLowerCase(Locale.ROOT).startsWith(PARAM_PREFIX);
    }

    /**
     * The headers for a message that was redacted: a copy of a value that was redacted becomes a copy of what took its
     * place; a header that repeats nothing that is left does not go out.
     */
    static List<HttpField> redacted(List<HttpField> headers, Message before, Message after) {
        Map<String, String> changed = new HashMap<>();
        pair(before.params(), after.params(), changed);
        List<HttpField> fields = new ArrayList<>();
        for (HttpField field : headers) {
            String value = field.getValue() == null ? "" : field.getValue();
            Optional<String> now = decoded(value).map(changed::get);
            if (!isParam(field)) {
                fields.add(field);
            } else if (now.isPresent()) {
                fields.add(new HttpField(field.getName(), coded(now.get())));
            }
        }
        return fields;
    }

    /** The headers of a request for another message, with that message's own mirrors in place of the request's. */
    static List<HttpField> replaced(List<HttpField> headers, Message message, Map<String, String> params) {
        List<HttpField> fields = new ArrayList<>();
        for (HttpField field : headers) {
            if (field.getName().equalsIgnoreCase("Mcp-Name")) {
                fields.add(new HttpField(
                        field.getName(), coded(String.valueOf(message.params().get("name")))));
            } else if (field.getName().equalsIgnoreCase("Mcp-Method")) {
                fields.add(new HttpField(field.getName(), message.methodName()));
            } else if (!isParam(field)) {
                fields.add(field);
            }
        }
        params.forEach((name, value) -> fields.add(new HttpField(name, coded(value))));
        return fields;
    }

    private static void pair(@Nullable Object before, @Nullable Object after, Map<String, String> changed) {
        if (before instanceof Map<?, ?> members) {
            Map<String, ?> others = Members.map(after);
            members.forEach((name, value) -> pair(value, others.get(String.valueOf(name)), changed));
        } else if (before instanceof List<?> items) {
            Iterator<?> others = Members.list(after).iterator();
            items.forEach(item -> pair(item, others.hasNext() ? others.next() : null, changed));
        } else if (before != null && after != null && !(after instanceof Map<?, ?>) && !(after instanceof List<?>)) {
            changed.put(String.valueOf(before), String.valueOf(after));
        }
    }

    private static Optional<String> decoded(String value) {
        String plain = value.strip();
        if (!plain.startsWith(CODED_START) || !plain.endsWith(CODED_END)) {
            return Optional.of(plain);
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(plain.substring(CODED_START.length(), plain.length() - CODED_END.length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String coded(String value) {
        boolean plain = value.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)
                && value.equals(value.strip())
                && !value.startsWith(CODED_START);
        return plain
                ? value
                : CODED_START + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + CODED_END;
    }
}
