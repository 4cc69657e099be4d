package io.weir.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.audit.AuditFault.Kind;
import io.weir.schemas.event.AuditEntry;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditVerifierTest {

    private final List<AuditEntry> chain = new ArrayList<>(Chains.ofLength(5));

    @Test
    void anEmptyChainIsIntact() {
        AuditVerdict verdict = Chains.verified(List.of());
        assertThat(verdict).isEqualTo(new AuditVerdict(Chains.LOG, 0, -1, -1, AuditChain.GENESIS, null));
    }

    @Test
    void tellsTheHeadOfAnIntactChain() {
        AuditVerdict verdict = Chains.verified(chain);
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.pin())
                .isEqualTo(new AuditPin(Chains.LOG, 4, chain.get(4).hash()));
    }

    @Test
    void findsAChangeOfAnyComponent() {
        for (int component = 0; component < Tampering.components(); component++) {
            List<AuditEntry> tampered = new ArrayList<>(chain);
            tampered.set(2, Tampering.changed(chain.get(2), component));
            AuditVerdict verdict = Chains.verified(tampered);
            assertThat(verdict.intact()).as("component %d", component).isFalse();
            assertThat(verdict.lastSequence()).isEqualTo(1);
        }
    }

    @Test
    void findsAChangedEntry() {
        chain.set(2, Tampering.with(chain.get(2), "decision", "ALLOW"));
        assertFault(Chains.verified(chain), Kind.WRONG_HASH, 2);
    }

    @Test
    void findsAnEntryThatWasChangedAndSealedAgain() {
        chain.set(2, Tampering.resealed(Tampering.with(chain.get(2), "decision", "ALLOW")));
        assertFault(Chains.verified(chain), Kind.WRONG_PREVIOUS, 3);
    }

    @Test
    void findsAnEntryThatWasTakenOut() {
        chain.remove(2);
        assertFault(Chains.verified(chain), Kind.GAP, 3);
    }

    @Test
    void findsAMissingBeginning() {
        chain.remove(0);
        assertFault(Chains.verified(chain), Kind.GAP, 1);
    }

    @Test
    void findsAnEntryThatStandsTwice() {
        chain.add(3, chain.get(2));
        assertFault(Chains.verified(chain), Kind.DUPLICATE, 2);
    }

    @Test
    void findsAnEntryOfAnotherChain() {
        chain.set(2, AuditChain.next("weir.audit.v1-1", null, Chains.subject("e-2", 2)));
        assertFault(Chains.verified(chain), Kind.FOREIGN_LOG, 0);
    }

    @Test
    void findsAFirstEntryThatPretendsToFollowAnother() {
        AuditEntry forged =
                Tampering.with(chain.get(0), "previous", chain.get(4).hash());
        assertFault(Chains.verified(List.of(Tampering.resealed(forged))), Kind.WRONG_PREVIOUS, 0);
    }

    @Test
    void findsAnEntryThatCannotBeHashed() {
        chain.set(2, Tampering.with(chain.get(2), "tenant", "\ud800"));
        assertFault(Chains.verified(chain), Kind.MALFORMED, 2);
    }

    @Test
    void findsARecordThatIsNoEntry() {
        AuditVerifier verifier = AuditVerifier.whole(Chains.LOG);
        chain.subList(0, 2).forEach(verifier::accept);
        verifier.acceptUnreadable("no JSON");
        assertFault(verifier.verdict(), Kind.MALFORMED, 2);
        assertThat(verifier.verdict().entries()).isEqualTo(3);
    }

    @Test
    void takesTheFirstRemainingEntryOnTrust() {
        AuditVerdict verdict = Chains.verified(AuditVerifier.remaining(Chains.LOG), chain.subList(2, 5));
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.firstSequence()).isEqualTo(2);
    }

    @Test
    void stillFindsChangesAfterAnExpiredBeginning() {
        chain.set(3, Tampering.with(chain.get(3), "tenant", "other"));
        assertFault(Chains.verified(AuditVerifier.remaining(Chains.LOG), chain.subList(2, 5)), Kind.WRONG_HASH, 3);
    }

    @Test
    void findsACutOffEndByAPin() {
        AuditVerifier verifier =
                AuditVerifier.whole(Chains.LOG).through(Chains.verified(chain).pin());
        assertFault(Chains.verified(verifier, chain.subList(0, 3)), Kind.CUT_OFF, 4);
    }

    @Test
    void findsAChainThatWasWrittenAnewByAPin() {
        AuditPin pin = new AuditPin(Chains.LOG, 1, chain.get(1).hash());
        List<AuditEntry> rewritten = Chains.of(List.of(Chains.subject("x", 0), Chains.subject("y", 1)));
        assertFault(Chains.verified(AuditVerifier.whole(Chains.LOG).through(pin), rewritten), Kind.REWRITTEN, 1);
    }

    @Test
    void acceptsAGrownChainThatRunsThroughThePin() {
        AuditPin pin = new AuditPin(Chains.LOG, 1, chain.get(1).hash());
        assertThat(Chains.verified(AuditVerifier.whole(Chains.LOG).through(pin), chain)
                        .intact())
                .isTrue();
    }

    @Test
    void refusesAPinOfAnotherChain() {
        assertThatThrownBy(() -> AuditVerifier.whole(Chains.LOG).through(new AuditPin("other", 0, "")))
                .hasMessageContaining("other");
    }

    @Test
    void noOrderButTheWrittenOneVerifies() {
        Gen<int[]> swaps = choices -> new int[] {choices.below(5), choices.below(5)};
        Property.forAll(swaps.where(swap -> swap[0] != swap[1]), swap -> {
            List<AuditEntry> swapped = new ArrayList<>(Chains.ofLength(5));
            Collections.swap(swapped, swap[0], swap[1]);
            assertThat(Chains.verified(swapped).intact()).isFalse();
        });
    }

    private static void assertFault(AuditVerdict verdict, Kind kind, long sequence) {
        assertThat(verdict.fault())
                .extracting(AuditFault::kind, AuditFault::sequence)
                .containsExactly(kind, sequence);
    }
}
