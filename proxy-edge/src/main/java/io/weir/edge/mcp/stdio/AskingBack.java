package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.Carrier;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a server with sessions to a client of 2026-07-28: the answer to one of the client's own requests asks
 * them, and what the client says when it comes back with that request goes to the server. One at a time for each
 * request; the others wait. Bounded; safe to share between threads.
 */
final class AskingBack {

    private static final int QUESTIONS_MAX = 100;

    private final Ends ends;
    private final Questions questions;
    private final Map<Object, ModernClient> open;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Deque<Message> waiting = new ArrayDeque<>();

    /**
     * No questions yet.
     *
     * @param open requests of the client's that the server has not answered, by the id that it knows
     */
    AskingBack(Ends ends, Questions questions, Map<Object, ModernClient> open) {
        this.ends = ends;
        this.questions = questions;
        this.open = open;
    }

    /** A request whose client was asked, and has not come back. */
    private static final class Asked {

        private final ModernClient client;
        private final Message question;
        /** What the server has answered without waiting; null if it waits. */
        private @Nullable Message answer;

        Asked(ModernClient client, Message question) {
            this.client = client;
            this.question = question;
        }
    }

    /** Asks the client what the server asks it. */
    void ask(Message question) throws IOException, InterruptedException {
        if (question.methodName().equals("ping")) {
            ends.tellServer(Answer.result(question.id(), Map.of()));
            return;
        }
        forgetOldest();
        Optional<String> state = begun(question);
        if (state.isPresent()) {
            tell(state.get());
        } else if (!waits(question)) {
            ends.tellServer(ModernClient.unasked(question));
        }
    }

    /** A client need not come back: the one that has not for the longest time is not waited for any more. */
    private void forgetOldest() throws IOException {
        @Nullable Asked oldest = oldest();
        if (oldest != null) {
            giveUp(oldest);
        }
    }

    private synchronized @Nullable Asked oldest() {
        return asked.size() < QUESTIONS_MAX
                ? null
                : asked.remove(asked.keySet().iterator().next());
    }

    /** Takes an open request whose client can be asked. */
    private synchronized Optional<String> begun(Message question) {
        Optional<ModernClient> able = open.values().stream()
                .filter(client -> client.canBeAsked(question) && open.remove(client.id(), client))
                .findFirst();
        return able.map(client -> {
            String state = questions.newId();
            asked.put(state, new Asked(client, question));
            return state;
        });
    }

    private synchronized boolean waits(Message question) {
        boolean canWait = waiting.size() < QUESTIONS_MAX
                && asked.values().stream().anyMatch(each -> each.client.canBeAsked(question));
        return canWait && waiting.add(question);
    }

    private synchronized @Nullable Asked find(String state) {
        return asked.get(state);
    }

    private synchronized @Nullable Asked take(@Nullable String state) {
        return state == null ? null : asked.remove(state);
    }

    private void tell(String state) throws IOException, InterruptedException {
        Asked each = find(state);
        if (each == null) {
            return;
        }
        Step step = ends.tellClient(each.client.asking(each.question, state));
        boolean told = step instanceof Step.Forward forward && forward.text().contains(state);
        if (!told && take(state) != null) {
            giveUp(each);
        }
    }

    /** Takes a request if its client comes back with it after it was asked. */
    boolean isComeBack(Message again) throws IOException, InterruptedException {
        Asked each = take(ModernClient.state(again));
        if (each == null) {
            return false;
        }
        ModernClient client = new ModernClient(again, each.client.id(), Carrier.STREAMS);
        @Nullable Message early = reopened(each, client);
        ends.tellServer(ModernClient.answer(each.question, again));
        if (early != null) {
            Optional<Message> answer = client.toClient(early);
            if (answer.isPresent()) {
                ends.tellClient(answer.get());
            }
        }
        ended();
        return true;
    }

    private synchronized @Nullable Message reopened(Asked each, ModernClient client) {
        if (each.answer == null) {
            open.put(client.id(), client);
        }
        return each.answer;
    }

    /** The server has answered a request although its client was still asked something. */
    synchronized void responded(Message told) {
        asked.values().stream()
                .filter(each -> each.client.id().equals(told.id()))
                .forEach(each -> each.answer = told);
    }

    /** Something has come to its end: those that wait may be asked, or never. */
    void ended() throws IOException, InterruptedException {
        for (Message next : allWaiting()) {
            ask(next);
        }
    }

    private synchronized List<Message> allWaiting() {
        List<Message> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** The client may not come back with what it says, or the question may not be asked. */
    void refused(Message again) throws IOException, InterruptedException {
        Asked each = take(ModernClient.state(again));
        if (each != null) {
            giveUp(each);
            ended();
        }
    }

    private void giveUp(Asked each) throws IOException {
        ends.tellServer(ModernClient.unasked(each.question));
        ends.tellServer(each.client.cancelled());
    }
}
