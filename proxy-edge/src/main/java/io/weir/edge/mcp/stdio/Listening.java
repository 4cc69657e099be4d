package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.OlderClient;
import io.weir.edge.mcp.era.Subscription;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Resources of whose changes a client of sessions wants to be told, before a server of 2026-07-28: each is listened for
 * by a request that stays open. Bounded; safe to share between threads.
 */
final class Listening {

    private static final int RESOURCES_MAX = 1_000;

    private final OlderClient client;
    private final Ends ends;
    private final Questions questions;
    /** Requests of the client's that wait for the server to listen, by the id of what it was asked. */
    private final Map<Object, Message> beginning = new ConcurrentHashMap<>();

    private final Map<String, String> byResource = new ConcurrentHashMap<>();

    Listening(OlderClient client, Ends ends, Questions questions) {
        this.client = client;
        this.ends = ends;
        this.questions = questions;
    }

    /** Takes a request of the client's if it is for resources to be listened for. */
    boolean isTaken(Message request) throws IOException, InterruptedException {
        String uri = Members.text(request.params().get("uri"));
        if (uri == null) {
            return false;
        }
        switch (request.methodName()) {
            case "resources/subscribe" -> subscribe(request, uri);
            case "resources/unsubscribe" -> unsubscribe(request, uri);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void subscribe(Message request, String uri) throws IOException, InterruptedException {
        if (beginning.size() + byResource.size() >= RESOURCES_MAX) {
            refuse(request, "More resources are listened for than the edge keeps.");
            return;
        }
        String id = questions.newId();
        beginning.put(id, request);
        ends.tellServer(client.listening(id, uri).text());
    }

    private void unsubscribe(Message request, String uri) throws IOException, InterruptedException {
        String id = byResource.remove(uri);
        if (id != null) {
            ends.tellServer(Answer.notification("notifications/cancelled", Map.of("requestId", id)));
        }
        ends.tellClient(Message.answering(request.id(), "result", Map.of()));
    }

    /** Takes a notice of the server's if it says that it listens. */
    boolean isAcknowledged(Message told) throws IOException, InterruptedException {
        if (!told.methodName().equals("notifications/subscriptions/acknowledged")) {
            return false;
        }
        Object id = Subscription.idIn(told);
        Message request = id == null ? null : beginning.remove(id);
        if (request != null) {
            begun(request, String.valueOf(id), Subscription.listens(told));
        }
        return true;
    }

    private void begun(Message request, String id, boolean listens) throws IOException, InterruptedException {
        if (!listens) {
            refuse(request, "The server does not tell of changes in this resource.");
            return;
        }
        byResource.put(String.valueOf(request.params().get("uri")), id);
        ends.tellClient(Message.answering(request.id(), "result", Map.of()));
    }

    /** A request that was to stay open has been answered: the server does not listen, or not any more. */
    void ended(Message told) throws IOException, InterruptedException {
        byResource.values().remove(String.valueOf(told.id()));
        @Nullable Message request = told.id() == null ? null : beginning.remove(told.id());
        if (request != null && told.members().containsKey("error")) {
            ends.tellClient(told.withId(request.id()));
        } else if (request != null) {
            refuse(request, "The server does not tell of changes in this resource.");
        }
    }

    private void refuse(Message request, String why) throws IOException, InterruptedException {
        ends.tellClient(Answer.error(request.id(), RpcError.UNTRANSLATED, why, Map.of()));
    }
}
