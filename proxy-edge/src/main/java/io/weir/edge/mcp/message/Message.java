package io.weir.edge.mcp.message;

import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message, as it came and as it was understood.
 *
 * @param text the message byte for byte, as text
 * @param kind what it is
 * @param id string or number; null for a notification, and for an error that answers nothing in particular
 * @param method name of the method; null for a response
 * @param members all members, in order
 */
public record Message(
        String text,
        Kind kind,
        @Nullable Object id,
        @Nullable String method,
        Map<String, @Nullable Object> members) {

    /** The member of a message's {@code _meta} that names its revision, from {@link #FIRST_MODERN} on. */
    public static final String VERSION_META = "io.modelcontextprotocol/protocolVersion";
    /** The first revision without sessions. */
    public static final String FIRST_MODERN = "2026-07-28";

    /** What a message is. */
    public enum Kind {
        /** Has a method and an id, and wants a response. */
        REQUEST,
        /** Has a method and no id. */
        NOTIFICATION,
        /** Has a result or an error. */
        RESPONSE
    }

    /** A request of ours. */
    public static Message asking(@Nullable Object id, String method, Map<String, ?> params) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("jsonrpc", "2.0");
        members.put("id", id);
        members.put("method", method);
        members.put("params", params);
        return new Message(Json.text(members), Kind.REQUEST, id, method, members);
    }

    /** A notification of ours. */
    public static Message telling(String method, Map<String, ?> params) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("jsonrpc", "2.0");
        members.put("method", method);
        members.put("params", params);
        return new Message(Json.text(members), Kind.NOTIFICATION, null, method, members);
    }

    /**
     * A response of ours.
     *
     * @param name result or error
     */
    public static Message answering(@Nullable Object id, String name, Map<String, ?> value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("jsonrpc", "2.0");
        members.put("id", id);
        members.put(name, value);
        return new Message(Json.text(members), Kind.RESPONSE, id, null, members);
    }

    /** Whether it is of revision 2026-07-28 or later, in which each message says so. */
    public boolean isModern() {
        return meta().get(VERSION_META) instanceof String version && version.compareTo(FIRST_MODERN) >= 0;
    }

    /** The id as a key: a number and a string of the same digits differ. */
    public String idKey() {
        return id == null ? "null" : Json.text(id);
    }

    /** The method, or the empty text for a response. */
    public String methodName() {
        return method == null ? "" : method;
    }

    /** The parameters; empty where there are none or they are no object. */
    public Map<String, @Nullable Object> params() {
        return Members.map(members.get("params"));
    }

    /** The result; empty where there is none or it is no object. */
    public Map<String, @Nullable Object> result() {
        return Members.map(members.get("result"));
    }

    /** The metadata of the parameters. */
    public Map<String, @Nullable Object> meta() {
        return Members.map(params().get("_meta"));
    }

    /** The same message with other parameters; every value that did not change keeps its spelling. */
    public String withParams(Object changed) {
        return Splice.replaced(text, members, "params", changed);
    }

    /** The same message with other parameters, as a message. */
    public Message with(Map<String, @Nullable Object> params) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put("params", params);
        return new Message(withParams(params), kind, id, method, changed);
    }

    /** The same message under another id. */
    public Message withId(@Nullable Object other) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put("id", other);
        return new Message(Splice.replaced(text, members, "id", other), kind, other, method, changed);
    }

    /**
     * The same message with more members in an object of it; every other value keeps its spelling.
     *
     * @param path names of the members that lead to the object, which is made where there is none
     */
    public Message withMore(List<String> path, Map<String, ?> more) {
        return more.isEmpty()
                ? this
                : new Message(
                        Splice.extended(text, members, path, more),
                        kind,
                        id,
                        method,
                        Members.with(members, path, more));
    }

    /** The same message with another value for a member; every value that did not change keeps its spelling. */
    public String with(String member, @Nullable Object changed) {
        return Splice.replaced(text, members, member, changed);
    }

    /** The same message with another result; every value that did not change keeps its spelling. */
    public String withResult(Object changed) {
        return Splice.replaced(text, members, "result", changed);
    }
}
