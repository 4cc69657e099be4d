package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.InputRound;
import io.weir.edge.mcp.era.OlderClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.Step;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A client of sessions and a server of 2026-07-28. Requests have ids of the edge's before the server, because one that
 * wants input is made again under another. Safe to share between threads.
 */
final class OlderTalk implements Words {

    private final OlderClient client;
    private final Message discovered;
    private final Ends ends;
    private final Questions questions;
    private final Listening listening;
    private final Map<Object, Asked> open = new ConcurrentHashMap<>();
    private final Map<Object, Asking> asking = new ConcurrentHashMap<>();

    OlderTalk(OlderClient client, Message discovered, Ends ends, Questions questions) {
        this.client = client;
        this.discovered = discovered;
        this.ends = ends;
        this.questions = questions;
        this.listening = new Listening(client, ends, questions);
    }

    /**
     * A request of the client's that the server has not answered.
     *
     * @param request as the client knows it
     * @param sent as it first went to the server
     * @param rounds how often the server has wanted more input
     */
    private record Asked(Message request, Message sent, int rounds) {}

    /** A question of the server's that the client has not answered. */
    private record Asking(Asked asked, InputRound round) {}

    @Override
    public void toServer(Message message, String text) throws IOException, InterruptedException {
        Message said = ends.read(message, text);
        switch (said.kind()) {
            case RESPONSE -> answered(said);
            case NOTIFICATION -> noticed(said);
            case REQUEST -> asked(said);
        }
    }

    private void noticed(Message notice) throws IOException {
        if (notice.methodName().equals("notifications/initialized")) {
            Optional<Message> lists = client.listening(questions.newId(), discovered);
            if (lists.isPresent()) {
                ends.tellServer(lists.get().text());
            }
        } else if (notice.methodName().equals("notifications/cancelled")) {
            cancelled(Json.text(Objects.requireNonNullElse(notice.params().get("requestId"), "")));
        }
    }

    private void cancelled(String idKey) throws IOException {
        asking.values().removeIf(each -> each.asked().request().idKey().equals(idKey));
        for (Map.Entry<Object, Asked> each : open.entrySet()) {
            if (each.getValue().request().idKey().equals(idKey) && open.remove(each.getKey(), each.getValue())) {
                ends.tellServer(Answer.notification("notifications/cancelled", Map.of("requestId", each.getKey())));
            }
        }
    }

    private void asked(Message request) throws IOException, InterruptedException {
        if (listening.isTaken(request)) {
            return;
        }
        Passage passage = client.toServer(request);
        if (passage instanceof Passage.Sent sent) {
            send(sent.message(), new Asked(request, sent.message(), 0));
        } else if (passage instanceof Passage.Answered answered) {
            ends.tellClient(answered.text());
        }
    }

    private void send(Message message, Asked asked) throws IOException {
        String id = questions.newId();
        open.put(id, asked);
        ends.tellServer(message.withId(id).text());
    }

    @Override
    public void fromServer(Message told) throws IOException, InterruptedException {
        switch (told.kind()) {
            case REQUEST -> ends.tellServer(OlderClient.unasked(told));
            case RESPONSE -> responded(told);
            case NOTIFICATION -> {
                if (!listening.isAcknowledged(told) && !told.methodName().equals("notifications/cancelled")) {
                    ends.tellClient(told);
                }
            }
        }
    }

    private void responded(Message told) throws IOException, InterruptedException {
        Asked asked = told.id() == null ? null : open.remove(told.id());
        if (asked == null) {
            listening.ended(told);
        } else if (InputRound.isBegunBy(told) && asked.rounds() < InputRound.ROUNDS_MAX) {
            ask(asked, new InputRound(asked.sent(), told, questions::newId));
        } else {
            ends.tellClient(
                    client.toClient(asked.request(), told.withId(asked.request().id())));
        }
    }

    @Override
    public Optional<String> taken(String idKey) {
        return Optional.ofNullable(open.remove(Questions.id(idKey)))
                .map(asked -> asked.request().idKey());
    }

    private void ask(Asked asked, InputRound round) throws IOException, InterruptedException {
        List<Message> asks = round.questions();
        asks.forEach(question -> asking.put(String.valueOf(question.id()), new Asking(asked, round)));
        for (Message question : asks) {
            // What may not be asked is answered by the edge, as it would have been for a server of sessions.
            if (ends.tellClient(question) instanceof Step.Reply reply) {
                answered(ends.read(question, reply.text()));
            }
        }
        if (asks.isEmpty()) {
            goOn(asked, round.answered(null));
        }
    }

    private void answered(Message answer) throws IOException, InterruptedException {
        Asking asked = answer.id() == null ? null : asking.remove(answer.id());
        if (asked != null) {
            goOn(asked.asked(), asked.round().answered(answer));
        }
    }

    private void goOn(Asked asked, Optional<Passage> passage) throws IOException, InterruptedException {
        @Nullable Passage next = passage.orElse(null);
        if (next instanceof Passage.Sent sent) {
            send(sent.message(), new Asked(asked.request(), asked.sent(), asked.rounds() + 1));
        } else if (next instanceof Passage.Answered failed) {
            asking.values().removeIf(each -> each.asked().equals(asked));
            ends.tellClient(failed.text());
        }
    }
}
