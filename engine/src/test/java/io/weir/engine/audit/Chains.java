package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Chains for tests. */
final class Chains {

    static final String LOG = "weir.audit.v1-0";

    private Chains() {}

    static List<AuditEntry> of(List<AuditSubject> subjects) {
        List<AuditEntry> entries = new ArrayList<>();
        AuditEntry last = null;
        for (AuditSubject subject : subjects) {
            last = AuditChain.next(LOG, last, subject);
            entries.add(last);
        }
        return entries;
    }

    static List<AuditEntry> ofLength(int length) {
        List<AuditSubject> subjects = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            subjects.add(subject("e-" + index, index));
        }
        return of(subjects);
    }

    static AuditSubject subject(String eventId, long offset) {
        return new AuditSubject(
                "decision_made",
                eventId,
                1_767_323_045_000L,
                "acme",
                "t-1",
                "DENY",
                "builtin-1",
                new RecordOrigin("weir.decisions.v1", 3, offset),
                Sha256.hex("{}".getBytes(StandardCharsets.UTF_8)));
    }

    static Gen<AuditSubject> subjects() {
        return choices -> new AuditSubject(
                Texts.word().from(choices),
                Texts.unicode().from(choices),
                choices.below(Integer.MAX_VALUE),
                Texts.unicode().from(choices),
                Generators.hex(8).from(choices),
                Texts.word().from(choices),
                Texts.ascii().from(choices),
                new RecordOrigin(Texts.word().from(choices), choices.below(6), choices.below(1_000_000)),
                Generators.hex(64).from(choices));
    }

    static AuditVerdict verified(List<AuditEntry> entries) {
        return verified(AuditVerifier.whole(LOG), entries);
    }

    static AuditVerdict verified(AuditVerifier verifier, List<AuditEntry> entries) {
        entries.forEach(verifier::accept);
        return verifier.verdict();
    }
}
