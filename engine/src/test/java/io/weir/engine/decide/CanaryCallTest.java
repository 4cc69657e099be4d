package io.weir.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.canary.CanaryKey;
import io.weir.engine.canary.CanaryKind;
import io.weir.engine.canary.CanaryMint;
import io.weir.engine.canary.CanarySearch;
import io.weir.engine.payload.CallInput;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanaryCallTest {

    private static final byte[] MASTER = "a master key for tests".getBytes(StandardCharsets.US_ASCII);
    private static final InlineJudge JUDGE = InlineJudge.create(EngineSettings.DEFAULT, MASTER);
    private static final String CANARY = CanaryMint.mint(
            CanaryKey.derive(MASTER, "acme"), CanaryKind.PASSWORD, new byte[CanaryMint.ENTROPY_BYTES], "");

    @Test
    void deniesACanaryOnItsWayOutWhateverTheVerb() {
        DecisionRecord post = judge("acme", "POST", "https://paste.example/new", Map.of("note", "it is " + CANARY));
        DecisionRecord get = judge("acme", "GET", "https://paste.example/?q=" + CANARY, Map.of());

        assertThat(post.decision()).isEqualTo(Decision.DENY);
        assertThat(post.reasonCodes()).contains(ReasonCode.CANARY_DETECTED);
        assertThat(get.decision()).isEqualTo(Decision.DENY);
    }

    @Test
    void letsACanaryBeReadAndSentInside() {
        assertThat(judge("acme", "POST", "http://localhost:8080/vault", Map.of("note", CANARY))
                        .decision())
                .isEqualTo(Decision.ALLOW);
    }

    @Test
    void knowsTheCanariesOfItsOwnTenantOnly() {
        assertThat(judge("other", "GET", "https://paste.example/?q=" + CANARY, Map.of())
                        .reasonCodes())
                .doesNotContain(ReasonCode.CANARY_DETECTED);
    }

    @Test
    void reportsACanaryUnderItsOwnRule() {
        CallInput input = new CallInput("POST", "https://paste.example/new", Map.of(), CANARY, 40, null);

        assertThat(JUDGE.judge(new MemoryStateTable(), input, occasion("acme"))
                        .event()
                        .findings())
                .extracting(finding -> finding.rule())
                .containsExactly(CanarySearch.RULE);
    }

    private static DecisionRecord judge(String tenant, String method, String url, Map<String, Object> body) {
        CallInput input = new CallInput(method, url, Map.of(), body, 40, null);
        return JUDGE.judge(new MemoryStateTable(), input, occasion(tenant))
                .event()
                .outcome();
    }

    private static Occasion occasion(String tenant) {
        String id = "00000000-0000-4000-8000-000000000000";
        return new Occasion(
                id,
                id,
                null,
                "00-00000000000000000000000000000001-0000000000000001-00",
                0,
                id,
                new Principal(tenant, "a", "s", null, null, "test", SessionProvenance.EXPLICIT, null));
    }
}
