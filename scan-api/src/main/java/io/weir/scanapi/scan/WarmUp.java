package io.weir.scanapi.scan;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.decide.Occasion;
import io.weir.engine.state.MemoryStateTable;
import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.scanapi.request.CallRequest;
import io.weir.scanapi.request.ResponseRequest;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.SessionProvenance;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Judges invented calls and responses, so that classes are loaded and hot code is compiled before the first real call
 * comes. Nothing of it is stored or counted.
 */
public final class WarmUp {

    private static final String TRACE_ID = "00000000-0000-4000-8000-000000000000";

    private static final int BODIES = 32;
    private static final int BODY_BYTES_MAX = 1 << 16;

    private final InlineJudge judge;
    private final StrictJson reader = new StrictJson(BODY_BYTES_MAX);
    private final Occasion occasion = new Occasion(
            TRACE_ID,
            TRACE_ID,
            null,
            "00-00000000000000000000000000000001-0000000000000001-00",
            0,
            TRACE_ID,
            new Principal("warm-up", "warm-up", "warm-up", null, null, "warm-up", SessionProvenance.EXPLICIT, null));

    /** A warm-up of this judge. */
    public WarmUp(InlineJudge judge) {
        this.judge = judge;
    }

    /**
     * Judges calls and their responses, in sessions that are thrown away.
     *
     * @param calls at most
     * @param millisMax of this thread's processor time
     * @return how many calls were judged
     */
    public int run(int calls, int millisMax) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<byte[]> bodies = calls == 0 ? List.of() : WarmUpTexts.bodies(BODIES);
        MemoryStateTable state = new MemoryStateTable();
        int judged = 0;
        long endNanos = Long.MAX_VALUE;
        try {
            while (judged < calls && threads.getCurrentThreadCpuTime() < endNanos) {
                if (judged % BODIES == 0) {
                    state = new MemoryStateTable();
                }
                judge(state, new String(bodies.get(judged % BODIES), StandardCharsets.UTF_8));
                judged++;
                // The first call compiles the rules, which it has to anyway.
                endNanos = judged == 1 ? threads.getCurrentThreadCpuTime() + millisMax * 1_000_000L : endNanos;
            }
        } catch (JsonRejected e) {
            throw new IllegalStateException("the invented requests are not JSON", e);
        }
        return judged;
    }

    private void judge(MemoryStateTable state, String body) throws JsonRejected {
        CallRequest call = CallRequest.read(reader.read("""
                {"method": "POST", "url": "https://warm-up.invalid/notes?page=2", "headers": {"Accept": "*/*"},
                 "body": %s, "context": "Send the weekly report"}""".formatted(body)));
        JudgedCall judged = judge.judge(state, call.input(), occasion);
        Json.bytes(judged.event());
        ResponseRequest response = ResponseRequest.read(
                reader.read("{\"trace_id\": \"" + TRACE_ID + "\", \"response_body\": " + body + "}"));
        Json.bytes(judge.observe(state, response.input(), judged.event().call(), occasion));
    }
}
