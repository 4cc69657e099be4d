package io.weir.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path into a JSON value, the part of JSONPath (RFC 9535) that names members: {@code $.a}, {@code $.a.b}, {@code
 * $.a[*].b}, {@code $.a[0]}, {@code $['a b']}. Immutable and safe to share.
 */
final class BodyPath {

    private static final int STEPS_MAX = 32;
    private static final int VALUES_MAX = 1_000;

    private final String text;
    private final List<Step> steps;

    private record Step(@Nullable String member, int index) {

        private static final int EACH = -1;

        private boolean takes(String name) {
            return member != null
                    ? member.equals(name)
                    : index == EACH || String.valueOf(index).equals(name);
        }
    }

    private BodyPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static BodyPath of(String text) {
        if (!text.startsWith("$")) {
            throw new IllegalArgumentException("a path begins with $, as in $.items[*].name");
        }
        List<Step> steps = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            int end = end(text, at);
            steps.add(step(text, at, end));
            at = end;
        }
        if (steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException("a path has at most " + STEPS_MAX + " steps");
        }
        return new BodyPath(text, steps);
    }

    private static int end(String text, int at) {
        if (text.charAt(at) == '.') {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                end++;
            }
            return end;
        }
        int quoted = text.startsWith("['", at) ? text.indexOf("']", at) + 1 : at;
        int close = text.charAt(at) == '[' && quoted >= at ? text.indexOf(']', quoted) : -1;
        if (close < 0) {
            throw new IllegalArgumentException("cannot read the path from sign " + (at + 1) + " on");
        }
        return close + 1;
    }

    private static Step step(String text, int at, int end) {
        if (text.charAt(at) == '.') {
            String member = text.substring(at + 1, end);
            if (member.isEmpty() || member.equals("*")) {
                throw new IllegalArgumentException("a member's name is missing behind a dot");
            }
            return new Step(member, 0);
        }
        String inside = text.substring(at + 1, end - 1);
        if (inside.equals("*")) {
            return new Step(null, Step.EACH);
        }
        if (inside.startsWith("'") && inside.endsWith("'") && inside.length() > 2) {
            return new Step(inside.substring(1, inside.length() - 1), 0);
        }
        if (!inside.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("between brackets stands *, a number or a quoted name");
        }
        return new Step(null, Integer.parseInt(inside));
    }

    /** The values at the path, at most 1,000. */
    List<Object> values(@Nullable Object body) {
        if (body == null || isMissing(body)) {
            return List.of();
        }
        List<Object> values = List.of(body);
        for (int i = 0; i < steps.size() && !values.isEmpty(); i++) {
            Step step = steps.get(i);
            List<Object> next = new ArrayList<>(2);
            for (Object value : values) {
                take(value, step, next);
            }
            values = next;
        }
        return values;
    }

    /** Nearly always the first step says that there is nothing; then nothing need be built. */
    private boolean isMissing(Object body) {
        return !steps.isEmpty()
                && steps.get(0).member() != null
                && !(body instanceof Map<?, ?> map
                        && map.containsKey(steps.get(0).member()));
    }

    private static void take(Object value, Step step, List<Object> into) {
        if (step.member() != null) {
            if (value instanceof Map<?, ?> map) {
                add(map.get(step.member()), into);
            }
        } else if (value instanceof List<?> list && step.index() == Step.EACH) {
            list.forEach(item -> add(item, into));
        } else if (value instanceof List<?> list && step.index() < list.size()) {
            add(list.get(step.index()), into);
        }
    }

    private static void add(@Nullable Object value, List<Object> into) {
        if (value != null && into.size() < VALUES_MAX) {
            into.add(value);
        }
    }

    /** Whether an address of a payload lies at the path or below it. */
    boolean covers(String address) {
        List<String> names = List.of(address.split("/", -1));
        if (names.size() < 2 + steps.size() || !names.get(1).equals("body")) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).takes(names.get(i + 2).replace("~1", "/").replace("~0", "~"))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
