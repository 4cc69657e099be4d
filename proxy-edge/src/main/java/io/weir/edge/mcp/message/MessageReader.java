package io.weir.edge.mcp.message;

import io.weir.edge.mcp.message.Message.Kind;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.platform.json.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages so that no other reader can understand them differently: duplicate members, members and methods that
 * only a careless reader would recognise, byte order marks and invalid UTF-8 are refused. Safe to share between
 * threads.
 */
public final class MessageReader {

    private static final Set<String> ENVELOPE = Set.of("jsonrpc", "id", "method", "params", "result", "error");
    private static final Set<String> CALL_MEMBERS =
            Set.of("name", "arguments", "_meta", "uri", "task", "inputResponses", "requestState");
    private static final Map<String, String> UNFOLDED = Stream.concat(ENVELOPE.stream(), CALL_MEMBERS.stream())
            .collect(Collectors.toUnmodifiableMap(Folding::of, name -> name));
    private static final int BATCH_MAX = 1_000;
    private static final int METHOD_LENGTH_MAX = 256;

    private final StrictJson json;

    /**
     * A reader.
     *
     * @param bytesMax longest message, or batch of messages, in bytes
     */
    public MessageReader(int bytesMax) {
        this.json = new StrictJson(bytesMax);
    }

    /**
     * A message, or the messages of a batch.
     *
     * @throws MessageRefused if it is neither
     */
    public Parsed read(byte[] bytes) throws MessageRefused {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw new MessageRefused(RpcError.PARSE, null, "The message begins with a byte order mark.");
        }
        try {
            String text = Utf8.decode(bytes);
            Object value = json.read(text);
            return value instanceof List<?> items ? batch(text, items) : Parsed.of(message(text, value));
        } catch (JsonRejected e) {
            throw new MessageRefused(RpcError.PARSE, null, e.detail());
        }
    }

    private static Parsed batch(String text, List<?> items) throws MessageRefused {
        if (items.isEmpty() || items.size() > BATCH_MAX) {
            throw invalid(null, "A batch holds 1 to " + BATCH_MAX + " messages, this one " + items.size() + ".");
        }
        List<String> texts = Splice.items(text);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            messages.add(message(texts.get(i), items.get(i)));
        }
        return new Parsed(messages, true);
    }

    private static Message message(String text, @Nullable Object value) throws MessageRefused {
        if (!(value instanceof Map<?, ?>)) {
            throw invalid(null, "A message is a JSON object.");
        }
        Map<String, @Nullable Object> members = Members.map(value);
        Object id = members.get("id");
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            throw invalid(null, "The id is neither a string nor a number.");
        }
        refuseTwins(members, ENVELOPE, id);
        if (!"2.0".equals(members.get("jsonrpc"))) {
            throw invalid(id, "The member jsonrpc is not \"2.0\".");
        }
        return members.containsKey("method") ? calling(text, id, members) : answering(text, id, members);
    }

    private static Message calling(String text, @Nullable Object id, Map<String, @Nullable Object> members)
            throws MessageRefused {
        if (!(members.get("method") instanceof String method)) {
            throw invalid(id, "The method is no string.");
        }
        if (members.containsKey("result") || members.containsKey("error")) {
            throw invalid(id, "A message has a method or a result, not both.");
        }
        if (id == null && members.containsKey("id")) {
            throw invalid(null, "The id of a request must not be null.");
        }
        if (method.length() > METHOD_LENGTH_MAX || Folding.hidesSomething(method)) {
            throw invalid(id, "The method's name is too long or holds characters that do not show.");
        }
        if (!Methods.isKnown(method) && Methods.isKnownFolded(Folding.of(method))) {
            throw invalid(id, "The method only looks like a known one.");
        }
        if (id == null && Methods.isRequest(method)) {
            throw invalid(null, "The method needs an id.");
        }
        Object params = members.get("params");
        if (params != null && !(params instanceof Map<?, ?>)) {
            throw invalid(id, "The parameters are no object.");
        }
        refuseTwins(Members.map(params), CALL_MEMBERS, id);
        return new Message(text, id == null ? Kind.NOTIFICATION : Kind.REQUEST, id, method, members);
    }

    private static Message answering(String text, @Nullable Object id, Map<String, @Nullable Object> members)
            throws MessageRefused {
        if (members.containsKey("result") == members.containsKey("error")) {
            throw invalid(id, "A message has a method, a result or an error, and only one of them.");
        }
        return new Message(text, Kind.RESPONSE, id, null, members);
    }

    /** A member that a reader without regard to case or form would take for one of ours. */
    private static void refuseTwins(Map<String, ?> members, Set<String> ours, @Nullable Object id)
            throws MessageRefused {
        for (String name : members.keySet()) {
            if (!ours.contains(name) && ours.contains(UNFOLDED.getOrDefault(Folding.of(name), ""))) {
                throw invalid(id, "A member only looks like one that the protocol knows.");
            }
        }
    }

    private static MessageRefused invalid(@Nullable Object id, String detail) {
        return new MessageRefused(RpcError.INVALID_REQUEST, id, detail);
    }

    /**
     * What stood in one line or body.
     *
     * @param messages in order, at least one
     * @param batch whether they stood in an array
     */
    public record Parsed(List<Message> messages, boolean batch) {

        /** Copies the list. */
        public Parsed {
            messages = List.copyOf(messages);
        }

        static Parsed of(Message message) {
            return new Parsed(List.of(message), false);
        }
    }
}
