package io.weir.engine.payload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an MCP edge says about a tool in headers of the call that it has scanned. */
public final class EdgeHeaders {

    private static final String SERVER = "x-weir-server";
    private static final String METHOD = "x-weir-method";
    private static final String TOOL_WARNINGS = "x-weir-tool-warnings";
    private static final String NONE = "none";

    private EdgeHeaders() {}

    /** Name of the server that the tool belongs to, or the empty text. */
    public static String server(Map<String, String> headers) {
        String server = value(headers, SERVER);
        return server == null ? "" : server;
    }

    /** Whether the edge says that it is no call of a tool, but a message of another method of the protocol. */
    public static boolean isOtherMethod(Map<String, String> headers) {
        return value(headers, METHOD) != null;
    }

    /** What was noticed about the tool's definition, a word each; null where nobody has looked at it. */
    public static @Nullable List<String> toolWarnings(Map<String, String> headers) {
        String words = value(headers, TOOL_WARNINGS);
        if (words == null) {
            return null;
        }
        return words.equals(NONE) ? List.of() : List.of(words.split(",", -1));
    }

    private static @Nullable String value(Map<String, String> headers, String lowerName) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().toLowerCase(Locale.ROOT).equals(lowerName)) {
                return header.getValue();
            }
        }
        return null;
    }
}
