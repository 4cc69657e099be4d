package io.weir.correlator.ocsf;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a call can carry data to, as OCSF {@code dst_endpoint}. */
final class OcsfEndpoint {

    private static final Pattern HOST_AND_PORT = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*://)?([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::(\\d{1,5}))?(?:[/?#].*)?");
    private static final int HOST_UNITS_MAX = 253;
    private static final Pattern IP_V4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");

    private OcsfEndpoint() {}

    /** The destination that the widest audience can see; the first of them, if there are several. */
    static Optional<Destination> widest(ToolCall call) {
        Destination widest = null;
        for (Destination destination : call.destinations()) {
            if (widest == null || destination.audience().compareTo(widest.audience()) > 0) {
                widest = destination;
            }
        }
        return Optional.ofNullable(widest);
    }

    /** The endpoint; empty where the call names no destination. */
    static Map<String, Object> of(ToolCall call) {
        return widest(call).map(destination -> endpoint(call, destination)).orElse(Map.of());
    }

    /** All destinations of a call for {@code unmapped}: OCSF has room for one. */
    static List<Map<String, Object>> all(ToolCall call) {
        return call.destinations().stream()
                .map(destination -> new Attributes()
                        .with("kind", destination.kind().name())
                        .with("label", destination.label())
                        .with("hash", destination.hash())
                        .with("audience", destination.audience().name())
                        .toMap())
                .toList();
    }

    private static Map<String, Object> endpoint(ToolCall call, Destination destination) {
        Attributes endpoint = switch (destination.kind()) {
            case HOST, URL -> networkAddress(destination.label());
            default -> new Attributes().with("name", destination.label());
        };
        boolean internal = destination.audience() == Audience.INTERNAL;
        return endpoint.with("svc_name", call.tool())
                .with("uid", destination.hash())
                .withEnum("network_scope", internal ? 1 : 2, internal ? "Internal" : "External")
                .toMap();
    }

    private static Attributes networkAddress(String label) {
        if (isPlainHost(label)) {
            return new Attributes().with("hostname", label);
        }
        Matcher matcher = HOST_AND_PORT.matcher(label);
        if (!matcher.matches()) {
            return new Attributes().with("name", label);
        }
        String host = matcher.group(1);
        Attributes address = new Attributes().with(IP_V4.matcher(host).matches() ? "ip" : "hostname", host);
        return matcher.group(2) == null ? address : withPort(address, Integer.parseInt(matcher.group(2)));
    }

    /** Most labels are: letters and points, with which an address has no port, and is none of the Internet Protocol. */
    private static boolean isPlainHost(String label) {
        int last = label.length() - 1;
        for (int i = 0; i <= last; i++) {
            char unit = label.charAt(i);
            boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
            if (!letter && (unit != '.' || i == 0 || i == last)) {
                return false;
            }
        }
        return last >= 0 && last < HOST_UNITS_MAX;
    }

    private static Attributes withPort(Attributes address, int port) {
        return port <= 65_535 ? address.with("port", port) : address;
    }
}
