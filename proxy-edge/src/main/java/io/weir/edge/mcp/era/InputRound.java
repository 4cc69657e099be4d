package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server of 2026-07-28 wants to know before it goes on with a request, as a client of sessions is asked for it:
 * each question is a request of its own, and when all are answered the client's request is made again. Safe to share
 * between threads.
 */
public final class InputRound {

    /** Rounds that one request may take. */
    public static final int ROUNDS_MAX = 8;

    private static final int QUESTIONS_MAX = 16;
    private static final String UNANSWERED =
            "The server asked for more input, and the client did not give it; the call was not completed.";

    private final Message request;
    private final @Nullable Object state;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Message> questions;
    private final Map<String, @Nullable Object> answers = new LinkedHashMap<>();

    /**
     * A round that has begun.
     *
     * @param request as the server knows it
     * @param told what the server has answered
     * @param ids of the questions
     */
    public InputRound(Message request, Message told, Supplier<String> ids) {
        this.request = request;
        this.state = told.result().get("requestState");
        this.questions = asked(told).entrySet().stream()
                .map(asked -> question(ids.get(), asked.getKey(), Members.map(asked.getValue())))
                .toList();
    }

    /** Whether a server's answer begins a round of questions that clients of sessions know. */
    public static boolean isBegunBy(Message told) {
        return "input_required".equals(told.result().get("resultType"))
                && asked(told).size() <= QUESTIONS_MAX
                && asked(told).values().stream()
                        .allMatch(request -> Revision.isOfServers(
                                Members.text(Members.map(request).get("method"))));
    }

    private static Map<String, @Nullable Object> asked(Message told) {
        return Members.map(told.result().get("inputRequests"));
    }

    private Message question(String id, String name, Map<String, @Nullable Object> asked) {
        names.put(id, name);
        return Message.asking(id, String.valueOf(asked.get("method")), Members.map(asked.get("params")));
    }

    /** The questions, each with an id of its own. */
    public List<Message> questions() {
        return questions;
    }

    /** What becomes of the request where nothing is asked, or with one answer more; empty while others are missing. */
    public synchronized Optional<Passage> answered(@Nullable Message answer) {
        if (answer != null) {
            if (!answer.members().containsKey("result")) {
                return Optional.of(new Passage.Answered(
                        200, OlderClient.failed(request, UNANSWERED).text()));
            }
            answers.put(String.valueOf(names.get(String.valueOf(answer.id()))), answer.result());
        }
        return missing().isEmpty() ? Optional.of(new Passage.Sent(again())) : Optional.empty();
    }

    private Set<String> missing() {
        Set<String> missing = new HashSet<>(names.values());
        missing.removeAll(answers.keySet());
        return missing;
    }

    private Message again() {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        if (!answers.isEmpty()) {
            more.put("inputResponses", answers);
        }
        if (state != null) {
            more.put("requestState", state);
        }
        return request.withMore(List.of("params"), more);
    }
}
