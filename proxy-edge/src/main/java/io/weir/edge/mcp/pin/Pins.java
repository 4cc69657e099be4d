package io.weir.edge.mcp.pin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tools of one server, by their names.
 *
 * @param tools those that may be used as they are
 * @param pending those that are out of use until a person accepts them, as the server listed them last
 */
public record Pins(
        @JsonProperty("tools") Map<String, ToolPin> tools,
        @JsonProperty("pending") Map<String, ToolPin> pending) {

    /** Nothing is known. */
    public static final Pins NONE = new Pins(Map.of(), Map.of());

    /** Sorts the maps; one that is missing is empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public Pins {
        tools = new TreeMap<>(orEmpty(tools));
        pending = new TreeMap<>(orEmpty(pending));
    }

    private static Map<String, ToolPin> orEmpty(@Nullable Map<String, ToolPin> pins) {
        return pins == null ? Map.of() : pins;
    }

    /** The same with pending tools accepted as they are. */
    public Pins accepting(Collection<String> names) {
        Map<String, ToolPin> accepted = new TreeMap<>(tools);
        Map<String, ToolPin> waiting = new TreeMap<>(pending);
        names.forEach(name -> {
            ToolPin pin = waiting.remove(name);
            if (pin != null) {
                accepted.put(name, pin);
            }
        });
        return new Pins(accepted, waiting);
    }
}
