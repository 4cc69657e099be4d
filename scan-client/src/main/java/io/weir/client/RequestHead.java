package io.weir.client;

import io.weir.platform.config.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What requests to one path of a server begin with, written once. */
final class RequestHead {

    private final String start;

    /**
     * The head of requests.
     *
     * @param path below the server's own
     * @param key sent as a bearer token unless it is empty
     */
    RequestHead(String method, URI server, String path, Secret key) {
        String target = (server.getRawPath() == null ? "" : server.getRawPath()) + path;
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        add(text, "Host", server.getRawAuthority());
        if (!key.isEmpty()) {
            add(text, "Authorization", "Bearer " + key.reveal());
        }
        this.start = text.toString();
    }

    /**
     * A whole request without a body.
     *
     * @throws IllegalArgumentException if a header could be taken for several
     */
    byte[] with(Map<String, String> headers) {
        return (head(headers) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A whole request with a JSON body; otherwise as the other. */
    byte[] with(Map<String, String> headers, byte[] json) {
        StringBuilder text = head(headers);
        add(text, "Content-Type", "application/json");
        add(text, "Content-Length", String.valueOf(json.length));
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + json.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(json, 0, whole, head.length, json.length);
        return whole;
    }

    private StringBuilder head(Map<String, String> headers) {
        StringBuilder text = new StringBuilder(start);
        headers.forEach((name, value) -> add(text, name, value));
        return text;
    }

    private static void add(StringBuilder text, String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                throw new IllegalArgumentException("the header " + name + " has a character that no header may have");
            }
        }
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** RFC 9110, 5.5: visible characters, blanks and tabs. */
    private static boolean isPlain(char unit) {
        return unit == '\t' || (unit >= ' ' && unit != 0x7f && unit <= 0xff);
    }
}
