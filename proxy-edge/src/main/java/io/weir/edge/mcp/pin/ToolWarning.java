package io.weir.edge.mcp.pin;

import java.util.Locale;

/** Something about the definition of a tool that a person should know before it is used. */
public enum ToolWarning {
    /** The definition is not the one that was pinned. */
    DRIFT("MCP_TOOL_DRIFT"),
    /** The definition has a new parameter that can carry data away. */
    RISKY_PARAM("MCP_RISKY_PARAM_ADDED"),
    /** The tool was not there when the server's tools were pinned. */
    ADDED("MCP_TOOL_ADDED"),
    /** The name is easily taken for that of another tool. */
    LOOK_ALIKE("MCP_TOOL_LOOK_ALIKE"),
    /** The name has other characters than a-z, 0-9, {@code _ - . /}: twins of other names are made of these. */
    NOT_CANONICAL("MCP_TOOL_NAME_NOT_CANONICAL"),
    /** The definition speaks to the model like an order. */
    INJECTION("MCP_INJECTION_HEURISTIC"),
    /** The server is another program than the one whose tools were pinned. */
    ORIGIN("MCP_ORIGIN_CHANGE");

    private final String reasonCode;

    ToolWarning(String reasonCode) {
        this.reasonCode = reasonCode;
    }

    /** The code by which the scan protocol knows it; those of names are our own. */
    public String reasonCode() {
        return reasonCode;
    }

    /** The word for logs, settings and the header that policies know it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
