package io.weir.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.approval.Ruling;
import io.weir.engine.settings.RiskWeights;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {

    private final Decider decider = new Decider();

    @ParameterizedTest
    @CsvSource({
        "SIGNAL, true,  SECRETS, ALLOW",
        "ALERT,  true,  SECRETS, ALLOW",
        "BLOCK,  true,  SECRETS, DENY",
        "BLOCK,  true,  ,        DENY",
        "BLOCK,  false, SECRETS, REQUIRE_APPROVAL",
        "BLOCK,  false, ,        REQUIRE_APPROVAL"
    })
    void decidesByTheStrongestLink(Tier tier, boolean requestKnown, DataClass dataClass, Decision decision) {
        List<DataClass> classes = dataClass == null ? List.of() : List.of(dataClass);
        DecisionRecord record = decider.decide(
                input(Verb.WRITE, Audience.EXTERNAL, List.of(), List.of(link(tier, classes)), requestKnown));

        assertThat(record.decision()).isEqualTo(decision);
        assertThat(record.approvalId()).isEqualTo(decision == Decision.REQUIRE_APPROVAL ? "approval-1" : null);
        assertThat(record.reasonCodes().contains(ReasonCode.READ_WRITE_LINK)).isEqualTo(tier.atLeast(Tier.ALERT));
    }

    @ParameterizedTest
    @CsvSource({"SECRETS, HIGH, DENY", "PHI, MEDIUM, DENY", "SECRETS, LOW, REQUIRE_APPROVAL"})
    void deniesWithoutTheRequestWhatCarriesASecretItself(
            DataClass dataClass, Confidence confidence, Decision decision) {
        Finding finding = new Finding("some-rule", dataClass, confidence, "/headers/x", 0, 8, "0123456789abcdef");

        DecisionRecord record = decider.decide(
                input(Verb.WRITE, Audience.EXTERNAL, List.of(finding), List.of(link(Tier.BLOCK, List.of())), false));

        assertThat(record.decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "WRITE, EXTERNAL, aws-access-key-id, SECRETS,  HIGH,   /body/text,    SANITIZE",
        "ADMIN, PUBLIC,   aws-access-key-id, SECRETS,  HIGH,   /body/text,    SANITIZE",
        "WRITE, EXTERNAL, aws-access-key-id, SECRETS,  LOW,    /body/text,    ALLOW",
        "WRITE, KNOWN,    aws-access-key-id, SECRETS,  HIGH,   /body/text,    ALLOW",
        "WRITE, INTERNAL, aws-access-key-id, SECRETS,  HIGH,   /body/text,    ALLOW",
        "READ,  EXTERNAL, aws-access-key-id, SECRETS,  HIGH,   /body/text,    ALLOW",
        "WRITE, EXTERNAL, aws-access-key-id, SECRETS,  HIGH,   /headers/auth, ALLOW",
        "WRITE, EXTERNAL, aws-access-key-id, SECRETS,  HIGH,   /body/to,      ALLOW",
        "WRITE, EXTERNAL, email-address,     PII,      HIGH,   /body/text,    ALLOW",
        "WRITE, EXTERNAL, us-ssn,            PII,      MEDIUM, /body/text,    SANITIZE",
        "WRITE, EXTERNAL, internal-marking,  INTERNAL, HIGH,   /body/text,    ALLOW"
    })
    void decidesByTheDataThatLeaves(
            Verb verb,
            Audience audience,
            String rule,
            DataClass dataClass,
            Confidence confidence,
            String address,
            Decision decision) {
        Finding finding = new Finding(rule, dataClass, confidence, address, 0, 8, "0123456789abcdef");

        assertThat(decider.decide(input(verb, audience, List.of(finding), List.of(), true))
                        .decision())
                .isEqualTo(decision);
    }

    @Test
    void theStricterOfBothReasonsWins() {
        Finding finding =
                new Finding("key", DataClass.SECRETS, Confidence.HIGH, "/body/text", 0, 8, "0123456789abcdef");

        DecisionRecord record = decider.decide(
                input(Verb.WRITE, Audience.EXTERNAL, List.of(finding), List.of(link(Tier.BLOCK, List.of())), true));

        assertThat(record.decision()).isEqualTo(Decision.DENY);
        assertThat(record.reasonCodes()).contains(ReasonCode.SECRET_DETECTED, ReasonCode.READ_WRITE_LINK);
        assertThat(record.riskBand()).isEqualTo(RiskBand.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL,         ,      REQUIRE_APPROVAL",
        "EXTERNAL, us-ssn,        REQUIRE_APPROVAL",
        "EXTERNAL, canary-token,  DENY"
    })
    void holdsWhatIsUnconfirmedUnlessItIsDenied(Audience audience, @Nullable String rule, Decision decision) {
        List<Finding> findings = rule == null
                ? List.of()
                : List.of(new Finding(rule, DataClass.PII, Confidence.HIGH, "/body/text", 0, 8, "0123456789abcdef"));
        DecisionInput confirmed = input(Verb.WRITE, audience, findings, List.of(), true);
        DecisionInput unconfirmed = new DecisionInput(
                confirmed.call(),
                confirmed.findings(),
                confirmed.destinationAddresses(),
                confirmed.links(),
                true,
                List.of("1 reads of other nodes were not got within 50 ms"),
                true,
                confirmed.approvalId(),
                Ruling.NONE);

        DecisionRecord record = decider.decide(unconfirmed);

        assertThat(record.decision()).isEqualTo(decision);
        assertThat(record.reasonCodes()).contains(ReasonCode.READ_UNCONFIRMED);
    }

    @Test
    void weightsOfTheRiskScoreSumToOne() {
        List<Signal> certain = List.of(new Signal("classifier", 1, ""), new Signal("correlation", 1, ""));
        List<Signal> silent = List.of(new Signal("classifier", 0, ""), new Signal("correlation", 0, ""));

        assertThat(RiskAssessment.score(certain, Decision.ALLOW, RiskWeights.DEFAULT))
                .isEqualTo(1.0);
        assertThat(RiskAssessment.score(silent, Decision.ALLOW, RiskWeights.DEFAULT))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"ALLOW, LOW", "SANITIZE, HIGH", "REQUIRE_APPROVAL, CRITICAL", "DENY, CRITICAL"})
    void aStoppedCallIsNeverCalledHarmless(Decision decision, RiskBand least) {
        List<Signal> silent = List.of(new Signal("classifier", 0, ""), new Signal("correlation", 0, ""));

        assertThat(RiskBand.of(RiskAssessment.score(silent, decision, RiskWeights.DEFAULT)))
                .isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCK,  false, NONE,    REQUIRE_APPROVAL, ",
        "BLOCK,  false, GRANTED, ALLOW,            RECENT_APPROVAL_GRANT",
        "BLOCK,  false, DENIED,  DENY,             RECENT_DENIAL",
        "BLOCK,  true,  GRANTED, DENY,             ",
        "SIGNAL, false, DENIED,  ALLOW,            "
    })
    void peopleDecideOnHeldCallsOnly(
            Tier tier, boolean requestKnown, Ruling ruling, Decision decision, ReasonCode reason) {
        DecisionInput asked =
                input(Verb.WRITE, Audience.EXTERNAL, List.of(), List.of(link(tier, List.of())), requestKnown);

        DecisionRecord record = decider.decide(ruled(asked, ruling));

        assertThat(record.decision()).isEqualTo(decision);
        assertThat(record.reasonCodes().contains(ReasonCode.RECENT_APPROVAL_GRANT))
                .isEqualTo(reason == ReasonCode.RECENT_APPROVAL_GRANT);
        assertThat(record.reasonCodes().contains(ReasonCode.RECENT_DENIAL))
                .isEqualTo(reason == ReasonCode.RECENT_DENIAL);
    }

    @Test
    void doesNotLetARedactedCopyOfWhatIsHeldGoOut() {
        Finding number = new Finding("us-ssn", DataClass.PII, Confidence.HIGH, "/body/text", 0, 11, "0123456789abcdef");

        DecisionRecord record = decider.decide(
                input(Verb.WRITE, Audience.EXTERNAL, List.of(number), List.of(link(Tier.BLOCK, List.of())), false));

        assertThat(record.decision()).isEqualTo(Decision.REQUIRE_APPROVAL);
        assertThat(record.reasonCodes()).contains(ReasonCode.PII_EGRESS, ReasonCode.READ_WRITE_LINK);
    }

    private static DecisionInput ruled(DecisionInput input, Ruling ruling) {
        return new DecisionInput(
                input.call(),
                input.findings(),
                input.destinationAddresses(),
                input.links(),
                input.requestKnown(),
                input.gaps(),
                input.unconfirmed(),
                input.approvalId(),
                ruling);
    }

    private static DecisionInput input(
            Verb verb, Audience audience, List<Finding> findings, List<Link> links, boolean requestKnown) {
        Destination destination =
                new Destination(DestinationKind.EMAIL, "b***@far.test", "0123456789abcdef", audience, "/body/to");
        return new DecisionInput(
                new ToolCall("POST", "send_email", "tools/call", verb, List.of(destination), 10),
                findings,
                Set.of("/body/to"),
                links,
                requestKnown,
                List.of(),
                false,
                "approval-1",
                Ruling.NONE);
    }

    private static Link link(Tier tier, List<DataClass> classes) {
        return new Link(
                "trace-1",
                "read_file",
                1,
                "trace-2",
                tier,
                0.9,
                classes,
                DestinationProvenance.TOOL_RESPONSE,
                80,
                0.5,
                0.5,
                List.of(),
                0,
                List.of());
    }
}
