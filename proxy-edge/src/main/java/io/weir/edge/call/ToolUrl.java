package io.weir.edge.call;

/** The pseudo URL by which the scan API knows a tool that has no URL of its own. */
public final class ToolUrl {

    private static final String NOT_IN_A_HOST = "/?#@:\\%[]";

    private ToolUrl() {}

    /** Names keep their letters, so that look-alikes stay what they are; only what ends a host is written as a code. */
    public static String of(String tool) {
        StringBuilder url = new StringBuilder("mcp://");
        tool.codePoints().forEach(point -> {
            if (point <= ' ' || NOT_IN_A_HOST.indexOf(point) >= 0) {
                url.append(String.format("%%%02X", point));
            } else {
                url.appendCodePoint(point);
            }
        });
        return url.toString();
    }
}
