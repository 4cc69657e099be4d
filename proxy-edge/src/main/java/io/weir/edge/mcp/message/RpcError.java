package io.weir.edge.mcp.message;

/** Error codes that we answer with: those of JSON-RPC 2.0, and our own outside the range that it reserves. */
public final class RpcError {

    /** The text is not JSON, or not JSON to everybody. */
    public static final int PARSE = -32700;
    /** The JSON is no message. */
    public static final int INVALID_REQUEST = -32600;
    /** There is no such method. */
    public static final int METHOD_NOT_FOUND = -32601;
    /** The parameters do not fit the method. */
    public static final int INVALID_PARAMS = -32602;
    /** Headers and body say different things (revision 2026-07-28). */
    public static final int HEADER_MISMATCH = -32020;
    /** The decision was no. */
    public static final int DENIED = -31403;
    /** The call waits for a person. */
    public static final int APPROVAL_REQUIRED = -31202;
    /** There was no decision, or a response could not be reported. */
    public static final int UNSCANNED = -31503;
    /** The other side speaks a revision that has no such thing, and the edge does not translate it. */
    public static final int UNTRANSLATED = -31501;
    /** The server cannot be reached. */
    public static final int UPSTREAM = -31502;

    private RpcError() {}
}
