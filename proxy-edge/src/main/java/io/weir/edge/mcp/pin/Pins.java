package io.weir.edge.mcp.pin;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param origin which program the server is, where that is looked at
 * @param pendingOrigin which program it was last, where a person must accept that first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pins(
        @JsonProperty("tools") Map<String, ToolPin> tools,
        @JsonProperty("pending") Map<String, ToolPin> pending,
        @JsonProperty("origin") @Nullable String origin,
        @JsonProperty("pending_origin") @Nullable String pendingOrigin) {

    /** Nothing is known. */
    public static final Pins NONE = new Pins(Map.of(), Map.of());

    /** Sorts the maps; one that is missing is empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public Pins {
        tools = new TreeMap<>(orEmpty(tools));
        pending = new TreeMap<>(orEmpty(pending));
    }

    /** Pins of a server whose program is not looked at. */
    public Pins(Map<String, ToolPin> tools, Map<String, ToolPin> pending) {
        this(tools, pending, null, null);
    }

    private static Map<String, ToolPin> orEmpty(@Nullable Map<String, ToolPin> pins) {
        return pins == null ? Map.of() : pins;
    }

    /** The same with pending tools accepted as they are, and the program too once no tool is left that waits. */
    public Pins accepting(Collection<String> names) {
        Map<String, ToolPin> accepted = new TreeMap<>(tools);
        Map<String, ToolPin> waiting = new TreeMap<>(pending);
        names.forEach(name -> {
            ToolPin pin = waiting.remove(name);
            if (pin != null) {
                accepted.put(name, pin);
            }
        });
        return waiting.isEmpty() && pendingOrigin != null
                ? new Pins(accepted, waiting, pendingOrigin, null)
                : new Pins(accepted, waiting, origin, pendingOrigin);
    }
}
