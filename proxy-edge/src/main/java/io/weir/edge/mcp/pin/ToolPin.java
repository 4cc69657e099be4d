package io.weir.edge.mcp.pin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A tool as it was when it was seen first, or accepted last.
 *
 * @param digest of its definition
 * @param parameters names of its parameters
 */
public record ToolPin(
        @JsonProperty("digest") String digest,
        @JsonProperty("parameters") List<String> parameters) {

    /** Copies the list. */
    public ToolPin {
        parameters = List.copyOf(parameters);
    }

    /** The pin of a tool as it is. */
    public static ToolPin of(ListedTool tool) {
        return new ToolPin(tool.digest(), tool.parameters());
    }
}
