package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of a connection while it lasts: who speaks, and which requests wait. Safe to share between threads. */
final class Connection {

    private static final int OPEN_MAX = 10_000;

    private final Map<String, OpenCall> open = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private volatile Origin origin;
    private volatile @Nullable String clientName;
    private volatile String version = "";
    private volatile boolean showsLinks;

    Connection(Origin origin) {
        this.origin = origin;
    }

    /** Requests of the client's that the server has not answered, by id. */
    Map<String, OpenCall> open() {
        return open;
    }

    /** Methods of requests of the server's that the client has not answered, by id. */
    Map<String, String> asked() {
        return asked;
    }

    boolean isFull() {
        return open.size() > OPEN_MAX;
    }

    /** The server asks the client for something. */
    void asks(Message message) {
        if (asked.size() < OPEN_MAX) {
            asked.put(message.idKey(), message.methodName());
        }
    }

    /** Where the client's last message came from. */
    Origin origin() {
        return origin;
    }

    void comesFrom(Origin from) {
        origin = from;
    }

    /** The revision that client and server agreed on, or the empty text. */
    String version() {
        return version;
    }

    void agreed(String revision) {
        version = revision;
    }

    void introduced(@Nullable String name, boolean canShowLinks) {
        clientName = name;
        showsLinks = canShowLinks;
    }

    /** Whether the client of an older revision has said that it can show links. */
    boolean showsLinks() {
        return showsLinks;
    }

    @Nullable
    String clientName() {
        return clientName;
    }

    /** The client's name as the message says it, or as the client introduced itself. */
    @Nullable
    String clientName(Message message) {
        String name = Members.text(Members.map(message.meta().get("io.modelcontextprotocol/clientInfo"))
                .get("name"));
        return name == null ? clientName : name;
    }
}
