package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One intended action of an agent, normalised; never its content.
 *
 * @param method the HTTP verb, upper case
 * @param tool the tool's name, or {@code custom_proxy} where only a URL is known
 * @param operation what the tool does, in its own words
 * @param verb whether it reads, writes or administers
 * @param destinations where it can carry data to, at least one
 * @param bodyBytes size of the body as it was sent
 * @param server name that the operator gave to the MCP server of the tool, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolCall(
        @JsonProperty("method") String method,
        @JsonProperty("tool") String tool,
        @JsonProperty("operation") String operation,
        @JsonProperty("verb") Verb verb,
        @JsonProperty("destinations") List<Destination> destinations,
        @JsonProperty("body_bytes") long bodyBytes,
        @JsonProperty("server") @Nullable String server) {

    /** Copies the list. */
    public ToolCall {
        destinations = List.copyOf(destinations);
    }

    /** A call of a tool of which no server is known. */
    public ToolCall(
            String method, String tool, String operation, Verb verb, List<Destination> destinations, long bodyBytes) {
        this(method, tool, operation, verb, destinations, bodyBytes, null);
    }

    /** The widest audience among the destinations. */
    public Audience audience() {
        return destinations.stream()
                .map(Destination::audience)
                .max(Audience::compareTo)
                .orElse(Audience.INTERNAL);
    }
}
