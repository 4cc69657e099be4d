package io.weir.edge.gateway;

import java.util.List;
import java.util.Locale;

/** A request exactly as an upstream received it. */
record RawRequest(String requestLine, List<String> headerLines, String body) {

    List<String> headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }
}
