package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.Carrier;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.era.Subscription;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A client of 2026-07-28 and a server with which the edge has begun a session. Safe to share between threads. */
final class ModernTalk implements Words {

    private static final int LISTENING_MAX = 100;

    private final Message greeting;
    private final Ends ends;
    private final Questions questions;
    private final AskingBack askingBack;
    private final Map<Object, ModernClient> open = new ConcurrentHashMap<>();
    private final Map<String, Subscription> listening = new ConcurrentHashMap<>();

    /** A talk in the session that a server began with this greeting. */
    ModernTalk(Message greeting, Ends ends, Questions questions) {
        this.greeting = greeting;
        this.ends = ends;
        this.questions = questions;
        this.askingBack = new AskingBack(ends, questions, open);
    }

    @Override
    public void toServer(Message message, String text) throws IOException, InterruptedException {
        Message said = ends.read(message, text);
        if (said.methodName().equals("notifications/cancelled")) {
            cancelled(Json.text(Objects.requireNonNullElse(said.params().get("requestId"), "")));
        } else if (said.kind() == Message.Kind.REQUEST && !askingBack.isComeBack(said)) {
            asked(new ModernClient(said, questions.newId(), Carrier.STREAMS));
        }
    }

    private void asked(ModernClient client) throws IOException, InterruptedException {
        Passage passage = client.toServer(greeting);
        if (passage instanceof Passage.Sent sent) {
            open.put(client.id(), client);
            ends.tellServer(sent.message().text());
        } else if (passage instanceof Passage.Answered answered) {
            ends.tellClient(answered.text());
        } else if (passage instanceof Passage.Listened listened) {
            listen(client, listened.subscription());
        }
    }

    private void listen(ModernClient client, Subscription subscription) throws IOException, InterruptedException {
        if (listening.size() >= LISTENING_MAX) {
            ends.tellClient(Answer.error(
                    client.request().id(),
                    RpcError.UNTRANSLATED,
                    "The client listens more often than the edge keeps.",
                    Map.of()));
            return;
        }
        listening.put(client.request().idKey(), subscription);
        ends.tellClient(subscription.acknowledged());
        tellOf("resources/subscribe", subscription.resources());
    }

    private void tellOf(String method, List<String> resources) throws IOException {
        for (String uri : resources) {
            // Nobody waits for the answer: a server that refuses tells of nothing.
            questions.ask(Message.asking(questions.newId(), method, Map.of("uri", uri)), 1);
        }
    }

    private void cancelled(String idKey) throws IOException {
        Subscription ended = listening.remove(idKey);
        if (ended != null) {
            tellOf(
                    "resources/unsubscribe",
                    ended.resources().stream()
                            .filter(uri -> listening.values().stream()
                                    .noneMatch(other -> other.resources().contains(uri)))
                            .toList());
        }
        for (ModernClient client : open.values()) {
            if (client.request().idKey().equals(idKey) && open.remove(client.id(), client)) {
                ends.tellServer(client.cancelled());
            }
        }
    }

    @Override
    public void fromServer(Message told) throws IOException, InterruptedException {
        switch (told.kind()) {
            case REQUEST -> askingBack.ask(told);
            case RESPONSE -> responded(told);
            case NOTIFICATION -> noticed(told);
        }
    }

    private void responded(Message told) throws IOException, InterruptedException {
        ModernClient client = told.id() == null ? null : open.remove(told.id());
        if (client == null) {
            askingBack.responded(told);
            return;
        }
        Optional<Message> answer = client.toClient(told);
        if (answer.isPresent()) {
            ends.tellClient(answer.get());
        }
        askingBack.ended();
    }

    @Override
    public Optional<String> taken(String idKey) {
        return Optional.ofNullable(open.remove(Questions.id(idKey)))
                .map(client -> client.request().idKey());
    }

    private void noticed(Message notice) throws IOException, InterruptedException {
        for (Subscription subscription : listening.values()) {
            Optional<Message> told = subscription.toClient(notice);
            if (told.isPresent()) {
                ends.tellClient(told.get());
            }
        }
        Object token = notice.params().get("progressToken");
        Optional<Message> told = open.values().stream()
                .filter(client ->
                        token == null || token.equals(client.request().meta().get("progressToken")))
                .flatMap(client -> client.toClient(notice).stream())
                .findFirst();
        if (told.isPresent()) {
            ends.tellClient(told.get());
        }
    }

    @Override
    public void refused(Message message) throws IOException, InterruptedException {
        askingBack.refused(message);
    }
}
