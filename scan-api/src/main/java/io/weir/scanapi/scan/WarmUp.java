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

/**
 * Judges invented calls and responses, so that classes are loaded and hot code is compiled before the first real call
 * comes. Nothing of it is stored or counted.
 */
public final class WarmUp {

    private static final String TRACE_ID = "00000000-0000-4000-8000-000000000000";

    private static final String CALL = """
            {"method": "POST", "url": "https://warm-up.invalid/notes?page=2", "headers": {"Accept": "*/*"},
             "body": {"title": "Weekly report", "lines": ["Nothing to see here, the numbers are 12, 13.5 and 2041.",
             "Write to nobody@warm-up.invalid or call +1 202 555 0100."]}, "context": "Send the weekly report"}""";

    private static final String RESPONSE = """
            {"trace_id": "%s", "response_body": {"rows": [{"id": "warm-up-000017", "note":
            "The weekly report is due on Friday and nobody has asked for it yet."}]}}""".formatted(TRACE_ID);

    private final InlineJudge judge;
    private final StrictJson reader = new StrictJson(1 << 16);
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

    /** Judges {@code calls} calls and their responses, in a session that is thrown away. */
    public void run(int calls) {
        try {
            MemoryStateTable state = new MemoryStateTable();
            for (int i = 0; i < calls; i++) {
                CallRequest call = CallRequest.read(reader.read(CALL));
                JudgedCall judged = judge.judge(state, call.input(), occasion);
                Json.bytes(judged.event());
                ResponseRequest response = ResponseRequest.read(reader.read(RESPONSE));
                Json.bytes(judge.observe(state, response.input(), judged.event().call(), occasion));
            }
        } catch (JsonRejected e) {
            throw new IllegalStateException("the invented requests are not JSON", e);
        }
    }
}
