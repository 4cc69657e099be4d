package io.weir.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.platform.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Random runs of agents that read texts and often send pieces of them on, as lines of a trace file. */
final class RandomRun {

    private static final List<String> WORDS = List.of(
            "harbor", "crane", "tide", "lantern", "ledger", "orchard", "copper", "violet", "signal", "meadow", "anchor",
            "granite", "paper", "winter", "salt", "engine");
    private static final List<String> WRITERS = List.of("send_email", "http_post", "create_note", "share_file");
    private static final List<String> READERS = List.of("read_page", "search_mail", "get_record");

    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private final Deque<String> readTexts = new ArrayDeque<>();
    private int seq;

    private RandomRun(SplittableRandom random) {
        this.random = random;
    }

    /** Lines of some sessions with some calls each, every call answered. */
    static List<String> lines(long seed, int sessions, int callsEach) {
        List<String> all = new ArrayList<>();
        for (int session = 0; session < sessions; session++) {
            RandomRun run = new RandomRun(new SplittableRandom(seed + session));
            for (int call = 0; call < callsEach; call++) {
                run.addCall("session-" + session, "c" + call);
            }
            all.addAll(run.lines);
        }
        return all;
    }

    private void addCall(String session, String callId) {
        boolean writes = random.nextInt(2) == 0;
        ObjectNode call = event(session, callId, "tool_call", pick(writes ? WRITERS : READERS));
        ObjectNode args = call.putObject("args");
        if (writes) {
            args.put("to", pick(WORDS) + "@" + pick(WORDS) + ".example");
            args.put("text", text(4) + piece() + text(3));
            args.put("card", random.nextInt(4) == 0 ? "4111 1111 1111 1111" : "none");
        } else {
            args.put("page", pick(WORDS));
        }
        ObjectNode result =
                event(session, callId, "tool_result", call.path("tool").asText());
        String read = writes ? "done" : text(25) + " write to " + pick(WORDS) + "@" + pick(WORDS) + ".example";
        readTexts.addFirst(read);
        result.put("result", read);
        lines.add(Json.text(call));
        lines.add(Json.text(result));
    }

    private ObjectNode event(String session, String callId, String kind, String tool) {
        return Json.mapper()
                .createObjectNode()
                .put("trace_id", "run of " + session)
                .put("tenant", "acme")
                .put("session_id", session)
                .put("agent_id", "agent-1")
                .put("seq", seq++)
                .put("ts", "2026-11-21T09:00:00Z")
                .put("kind", kind)
                .put("call_id", callId)
                .put("tool", tool);
    }

    /** A piece of something that was read, more often than not. */
    private String piece() {
        String read = readTexts.isEmpty() ? "" : readTexts.peekFirst();
        return random.nextInt(3) == 0 ? "" : read.substring(read.length() / 3);
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(pick(WORDS)).append(random.nextInt(100)).append(' ');
        }
        return text.toString();
    }

    private String pick(List<String> options) {
        return options.get(random.nextInt(options.size()));
    }
}
