package io.weir.edge.mcp.registered;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.edge.mcp.pin.ToolWarning;
import java.util.EnumSet;
import java.util.Set;

/** How far a server's tools are trusted once they are pinned; later ones are stricter. */
public enum TrustMode {
    /** What the edge is set to. */
    @JsonProperty("tofu")
    TOFU,
    /** Tools that were not there when the server's tools were pinned are out of use too. */
    @JsonProperty("pinned")
    PINNED,
    /** Whatever is to be said about a tool takes it out of use. */
    @JsonProperty("strict")
    STRICT;

    /** Warnings that take a tool out of use besides those that the edge is set to. */
    Set<ToolWarning> blocking() {
        return switch (this) {
            case TOFU -> EnumSet.noneOf(ToolWarning.class);
            case PINNED ->
                EnumSet.of(ToolWarning.DRIFT, ToolWarning.RISKY_PARAM, ToolWarning.ADDED, ToolWarning.ORIGIN);
            case STRICT -> EnumSet.allOf(ToolWarning.class);
        };
    }

    /** The stricter one. */
    TrustMode or(TrustMode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
