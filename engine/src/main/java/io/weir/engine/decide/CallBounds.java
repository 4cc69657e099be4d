package io.weir.engine.decide;

import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the calls of a short-lived credential may be. An empty list confines nothing.
 *
 * @param tools tools that may be called, as {@code tool} or {@code tool.operation}, in any case
 * @param verbs kinds of effect that calls may have
 */
public record CallBounds(List<String> tools, List<Verb> verbs) {

    /** Confines nothing. */
    public static final CallBounds NONE = new CallBounds(List.of(), List.of());

    /** Copies the lists. */
    public CallBounds {
        tools = List.copyOf(tools);
        verbs = List.copyOf(verbs);
    }

    /** How a call goes beyond the bounds, a line each; empty if it does not. */
    public List<String> violations(ToolCall call) {
        List<String> violations = new ArrayList<>();
        if (!tools.isEmpty() && tools.stream().noneMatch(tool -> names(tool, call))) {
            violations.add("the key is not for the tool " + call.tool() + ", operation " + call.operation());
        }
        if (!verbs.isEmpty() && !verbs.contains(call.verb())) {
            violations.add("the key is not for calls of the kind " + call.verb());
        }
        return violations;
    }

    private static boolean names(String tool, ToolCall call) {
        String name = call.tool().toLowerCase(Locale.ROOT);
        String bound = tool.toLowerCase(Locale.ROOT);
        return bound.equals(name) || bound.equals(name + "." + call.operation().toLowerCase(Locale.ROOT));
    }
}
