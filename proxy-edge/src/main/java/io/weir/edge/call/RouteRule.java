package io.weir.edge.call;

/**
 * An operator's word for routes: hosts, and a path that their URLs begin with. {@code api.example.com/v1} covers
 * {@code /v1} and what is below it; without a path, all of the hosts' URLs.
 *
 * @param hosts the hosts
 * @param path without a slash at its end; empty for every path
 */
public record RouteRule(HostPattern hosts, String path) {

    /** The rule in a text. */
    public static RouteRule parse(String text) {
        int slash = text.indexOf('/');
        String path = slash < 0 ? "" : text.substring(slash).replaceAll("/+$", "");
        return new RouteRule(new HostPattern(slash < 0 ? text : text.substring(0, slash)), path);
    }

    /** Whether it surely covers a target: a path that programs could read in different ways is not covered. */
    public boolean surelyCovers(UpstreamTarget target) {
        return coversHost(target)
                && (path.isEmpty() || (isPlain(target) && isBelow(target.uri().getRawPath())));
    }

    /** Whether it could cover a target: a path that programs could read in different ways is covered. */
    public boolean possiblyCovers(UpstreamTarget target) {
        return coversHost(target)
                && (path.isEmpty() || !isPlain(target) || isBelow(target.uri().getRawPath()));
    }

    private boolean coversHost(UpstreamTarget target) {
        return hosts.covers(target.host(), target.port());
    }

    private boolean isBelow(String rawPath) {
        return rawPath.equals(path) || rawPath.startsWith(path + "/");
    }

    /** Whether every program reads the path alike: no escape, no parameter, no empty and no dot segment. */
    private static boolean isPlain(UpstreamTarget target) {
        String rawPath = target.uri().getRawPath() + "/";
        return rawPath.chars().noneMatch(unit -> unit == '%' || unit == ';' || unit == '\\')
                && !rawPath.contains("/./")
                && !rawPath.contains("/../")
                && rawPath.lastIndexOf("//", rawPath.length() - 3) < 0;
    }
}
