package io.weir.edge.mcp.registered;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a registered server is reached. */
public enum Transport {
    /** By streamable HTTP, at a URL. */
    @JsonProperty("streamable_http")
    STREAMABLE_HTTP,
    /** As a program that the operator has listed. */
    @JsonProperty("stdio")
    STDIO
}
