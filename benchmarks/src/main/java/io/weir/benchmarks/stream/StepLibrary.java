package io.weir.benchmarks.stream;

import io.weir.benchmarks.BenchBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Steps that were judged by the real engine beforehand, so that the cost of judging is not measured along. One body in
 * ten has sensitive data in it, in a tenth of its texts.
 *
 * @param greetings short reads, one for each session to begin with
 * @param reads calls of 150 bytes with responses of 4 KB
 * @param writes calls of 4 KB, every other one to somewhere outside, with short responses
 * @param leaks writes to somewhere outside of what the read of the same position holds
 */
record StepLibrary(List<Step> greetings, List<Step> reads, List<Step> writes, List<Step> leaks) {

    private static final int STEPS = 120;
    private static final int BODY_BYTES = 4 << 10;
    private static final int GREETING_BYTES = 250;
    private static final int SENSITIVE_ONE_IN = 10;
    private static final double SENSITIVE_SHARE = 0.1;
    private static final String READ_URL = "https://crm.example.org/api/records/";
    private static final String INSIDE_URL = "https://crm.internal.example.org/api/records/";
    private static final String OUTSIDE_URL = "https://paste.example.net/new/";

    /** Judges the steps of a tenant. The same seed makes the same steps. */
    static StepLibrary of(String tenant, long seed) {
        StepMaker maker = StepMaker.of(tenant);
        List<Step> greetings = new ArrayList<>();
        List<Step> reads = new ArrayList<>();
        List<Step> writes = new ArrayList<>();
        List<Step> leaks = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double share = i / 2 % SENSITIVE_ONE_IN == 0 ? SENSITIVE_SHARE : 0;
            Object body = BenchBodies.body(seed + i, share, BODY_BYTES);
            Object greeting = BenchBodies.body(seed + STEPS + i, 0, GREETING_BYTES);
            greetings.add(maker.step("GET", READ_URL + "hello/" + i, null, greeting));
            reads.add(maker.step("GET", READ_URL + i, null, body));
            Object other = BenchBodies.body(seed + 2 * STEPS + i, share, BODY_BYTES);
            writes.add(maker.step("POST", (i % 2 == 0 ? INSIDE_URL : OUTSIDE_URL) + i, other, Map.of("status", "ok")));
            leaks.add(maker.step("POST", OUTSIDE_URL + i, body, Map.of("status", "ok")));
        }
        return new StepLibrary(greetings, reads, writes, leaks);
    }
}
