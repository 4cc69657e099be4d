package io.weir.edge.mcp.pin;

import java.util.Locale;

/** Something about the definition of a tool that a person should know before it is used. */
public enum ToolWarning {
    /** The definition is not the one that was pinned. */
    DRIFT,
    /** The definition has a new parameter that can carry data away. */
    RISKY_PARAM,
    /** The tool was not there when the server's tools were pinned. */
    ADDED,
    /** The name is easily taken for that of another tool. */
    LOOK_ALIKE,
    /** The definition speaks to the model like an order. */
    INJECTION,
    /** The server is another program than the one whose tools were pinned. */
    ORIGIN;

    /** The word for logs, settings and the header that policies know it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
