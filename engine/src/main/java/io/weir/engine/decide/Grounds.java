package io.weir.engine.decide;

import io.weir.engine.canary.CanarySearch;
import io.weir.engine.settings.RiskEngines;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The grounds that speak against a call, each for itself: copies of what was read, data that leaves, canaries, and
 * known threats.
 */
final class Grounds {

    // Everyday contact data is reported and never redacted: mail without addresses is no use to anybody. Rules whose
    // ids begin like this find it.
    private static final List<String> CONTACT_RULES =
            List.of("email-address", "phone-", "ph-mobile-number", "tr-phone-number", "street-address", "person-name");

    private static final Set<DataClass> GRAVE = EnumSet.of(DataClass.SECRETS, DataClass.PHI);

    private Grounds() {}

    static Decision byLinks(DecisionInput input, Set<ReasonCode> reasons) {
        if (input.links().isEmpty() || !input.links().get(0).tier().atLeast(Tier.ALERT)) {
            return Decision.ALLOW;
        }
        Link strongest = input.links().get(0);
        reasons.add(ReasonCode.READ_WRITE_LINK);
        if (strongest.destinationProvenance() == DestinationProvenance.TOOL_RESPONSE) {
            reasons.add(ReasonCode.DESTINATION_FROM_RESPONSE);
        }
        if (input.requestKnown() && strongest.destinationProvenance() != DestinationProvenance.USER_REQUEST) {
            reasons.add(ReasonCode.DESTINATION_NOT_REQUESTED);
        }
        if (strongest.tier() != Tier.BLOCK) {
            return Decision.ALLOW;
        }
        // Without the user's request nobody can say that the write was not asked for: then a person decides, unless
        // the call itself carries what must not leave.
        boolean certain = input.requestKnown() || input.findings().stream().anyMatch(Grounds::isGrave);
        return certain ? Decision.DENY : Decision.REQUIRE_APPROVAL;
    }

    private static boolean isGrave(Finding finding) {
        return GRAVE.contains(finding.dataClass()) && finding.confidence().compareTo(Confidence.MEDIUM) >= 0;
    }

    static Decision byFindings(DecisionInput input, Set<ReasonCode> reasons) {
        if (!goesOutside(input)) {
            return Decision.ALLOW;
        }
        boolean redacts = false;
        for (Finding finding : input.findings()) {
            if (leaves(finding, input)) {
                reasons.add(reason(finding.dataClass()));
                redacts |= finding.address().startsWith("/body") && finding.dataClass() != DataClass.INTERNAL;
            }
        }
        return redacts ? Decision.SANITIZE : Decision.ALLOW;
    }

    // Nobody has business with a canary, so no verb and no address excuses one.
    static Decision byCanaries(DecisionInput input, Set<ReasonCode> reasons) {
        boolean carried =
                input.findings().stream().anyMatch(finding -> finding.rule().equals(CanarySearch.RULE));
        if (!carried || input.call().audience().compareTo(Audience.EXTERNAL) < 0) {
            return Decision.ALLOW;
        }
        reasons.add(ReasonCode.CANARY_DETECTED);
        return Decision.DENY;
    }

    // A feed names places that nobody should talk to; what is named in the content only is a signal.
    static Decision byThreats(DecisionInput input, Set<ReasonCode> reasons) {
        if (input.others().stream().noneMatch(signal -> signal.engine().equals(RiskEngines.THREAT_INTEL))) {
            return Decision.ALLOW;
        }
        reasons.add(ReasonCode.THREAT_INTEL_MATCH);
        return RiskAssessment.isListed(input.others()) ? Decision.DENY : Decision.ALLOW;
    }

    /** Whether the call changes something at a place that is not the operator's. */
    static boolean goesOutside(DecisionInput input) {
        return input.call().verb() != Verb.READ && input.call().audience().compareTo(Audience.EXTERNAL) >= 0;
    }

    private static boolean leaves(Finding finding, DecisionInput input) {
        return finding.confidence().compareTo(Confidence.MEDIUM) >= 0
                && !finding.address().startsWith("/headers")
                && !input.destinationAddresses().contains(finding.address())
                && CONTACT_RULES.stream().noneMatch(finding.rule()::startsWith);
    }

    private static ReasonCode reason(DataClass dataClass) {
        return switch (dataClass) {
            case SECRETS -> ReasonCode.SECRET_DETECTED;
            case PHI -> ReasonCode.PHI_EGRESS;
            case PII -> ReasonCode.PII_EGRESS;
            case INTERNAL -> ReasonCode.INTERNAL_EGRESS;
        };
    }
}
