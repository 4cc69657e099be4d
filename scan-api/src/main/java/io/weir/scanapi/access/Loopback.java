package io.weir.scanapi.access;

import java.util.regex.Pattern;

/** Names of this machine that no other machine can reach. No name is resolved. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** Whether a host name or address means loopback. */
    public static boolean isLoopback(String host) {
        return switch (host) {
            case "localhost", "::1", "[::1]" -> true;
            default -> IPV4.matcher(host).matches();
        };
    }
}
