package io.weir.edge.inbound;

import java.util.List;

/**
 * Paths that a route permits, by segments: {@code *} stands for one segment, {@code **} at the end for any number of
 * them. A path that programs could read in different ways (an escape, a parameter, an empty or a dot segment) fits no
 * pattern but {@code /**}, for which it makes no difference.
 */
final class PathPattern {

    private static final String REST = "**";

    private final List<String> segments;

    private PathPattern(List<String> segments) {
        this.segments = segments;
    }

    /**
     * The pattern in a text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PathPattern parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path pattern begins with a slash");
        }
        List<String> segments = List.of(text.substring(1).split("/", -1));
        int rest = segments.indexOf(REST);
        if (rest >= 0 && rest < segments.size() - 1) {
            throw new IllegalArgumentException("** stands at the end of a path pattern only");
        }
        return new PathPattern(segments);
    }

    boolean matches(String rawPath) {
        if (segments.equals(List.of(REST))) {
            return true;
        }
        List<String> given = List.of(rawPath.substring(1).split("/", -1));
        return given.stream().allMatch(PathPattern::isPlain) && matches(given);
    }

    private boolean matches(List<String> given) {
        boolean open = segments.get(segments.size() - 1).equals(REST);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (given.size() < fixed || (!open && given.size() > fixed)) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            String segment = segments.get(i);
            if (!segment.equals("*") && !segment.equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(unit -> unit == '%' || unit == ';' || unit == '\\');
    }
}
