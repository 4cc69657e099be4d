package io.weir.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.event.AuditEntry;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    /** Hashes computed outside Java: Python's json.dumps(sort_keys, separators, ensure_ascii=False) and hashlib. */
    private static final String FIRST_HASH = "e4bd8ba8f227e66a3a6c69f348d3080e72c2b9e7b90e0ceb0de39a412ecb9a16";

    private static final String SECOND_HASH = "99a4c3669285bd5d3e1a26cf58d5dbbb088301d8781a6342b53f24e05f5c3766";

    @Test
    void writesTheFormThatWasComputedByHand() {
        AuditEntry first = AuditChain.next(Chains.LOG, null, Chains.subject("e-1", 42));
        assertThat(AuditChain.canonical(first))
                .isEqualTo("{\"decision\":\"DENY\",\"event_id\":\"e-1\",\"event_type\":\"decision_made\","
                        + "\"log\":\"weir.audit.v1-0\",\"policy_version\":\"builtin-1\",\"previous\":\""
                        + "0".repeat(64)
                        + "\",\"record_digest\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
                        + "\"sequence\":0,\"source_offset\":42,\"source_partition\":3,"
                        + "\"source_topic\":\"weir.decisions.v1\",\"tenant\":\"acme\",\"time\":1767323045000,"
                        + "\"trace_id\":\"t-1\"}");
        assertThat(first.hash()).isEqualTo(FIRST_HASH);
    }

    @Test
    void chainsTheSecondEntryToTheFirst() {
        // Given
        AuditEntry first = AuditChain.next(Chains.LOG, null, Chains.subject("e-1", 42));
        AuditSubject subject = new AuditSubject(
                "alert_raised",
                "a-\u00e9\u20ac\"\\\n",
                1_767_323_045_000L,
                "\ud83d\ude00",
                "t-1",
                AuditSubject.NONE,
                AuditSubject.NONE,
                new RecordOrigin("weir.decisions.v1", 3, 9_007_199_254_740_991L),
                Sha256.hex("{}".getBytes(StandardCharsets.UTF_8)));

        // When
        AuditEntry second = AuditChain.next(Chains.LOG, first, subject);

        // Then
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(second.previous()).isEqualTo(FIRST_HASH);
        assertThat(second.hash()).isEqualTo(SECOND_HASH);
    }

    @Test
    void namesAChainByTopicAndPartition() {
        assertThat(AuditChain.nameOf("weir.audit.v1", 0)).isEqualTo(Chains.LOG);
    }

    @Test
    void beginsWithZeros() {
        AuditEntry first = AuditChain.next(Chains.LOG, null, Chains.subject("e-1", 0));
        assertThat(first.sequence()).isZero();
        assertThat(first.previous()).isEqualTo("0".repeat(64));
    }

    @Test
    void refusesToFollowAnotherChain() {
        AuditEntry first = AuditChain.next("other", null, Chains.subject("e-1", 0));
        assertThatThrownBy(() -> AuditChain.next(Chains.LOG, first, Chains.subject("e-2", 1)))
                .hasMessageContaining("other");
    }

    @Test
    void everyChainThatIsWrittenVerifies() {
        Property.forAll(Generators.lists(Chains.subjects(), 0, 20), subjects -> {
            List<AuditEntry> entries = Chains.of(subjects);
            AuditVerdict verdict = Chains.verified(entries);
            assertThat(verdict.fault()).isNull();
            assertThat(verdict.entries()).isEqualTo(subjects.size());
            assertThat(verdict.lastSequence()).isEqualTo(subjects.size() - 1);
        });
    }
}
