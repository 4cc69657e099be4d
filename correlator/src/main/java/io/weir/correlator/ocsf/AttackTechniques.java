package io.weir.correlator.ocsf;

import io.weir.schemas.event.Link;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The MITRE ATLAS (5.6) and ATT&amp;CK techniques that links speak for, as OCSF {@code attacks}. */
final class AttackTechniques {

    private static final String ATLAS = "ATLAS 5.6";

    private AttackTechniques() {}

    /** The techniques of a call that carries linked content; a link that is only a signal accuses nobody. */
    static List<Map<String, Object>> of(ToolCall sink, List<Link> allLinks) {
        List<Link> links = allLinks.stream()
                .filter(link -> link.tier().atLeast(Tier.ALERT))
                .toList();
        List<Map<String, Object>> attacks = new ArrayList<>();
        if (links.isEmpty()) {
            return attacks;
        }
        attacks.add(exfiltrationByTool());
        if (sink.destinations().stream().anyMatch(destination -> isWeb(destination.kind()))) {
            attacks.add(exfiltrationOverWeb());
        }
        if (links.stream().anyMatch(link -> link.destinationProvenance() == DestinationProvenance.TOOL_RESPONSE)) {
            attacks.add(indirectInjection());
        }
        if (links.stream().anyMatch(link -> link.dataClasses().contains(DataClass.SECRETS))) {
            attacks.add(credentialHarvesting());
        }
        return attacks;
    }

    private static boolean isWeb(DestinationKind kind) {
        return kind == DestinationKind.HOST || kind == DestinationKind.URL;
    }

    private static Map<String, Object> exfiltrationByTool() {
        return new Attributes()
                .with("tactic", named("AML.TA0010", "Exfiltration"))
                .with("technique", named("AML.T0086", "Exfiltration via AI Agent Tool Invocation"))
                .with("version", ATLAS)
                .toMap();
    }

    private static Map<String, Object> exfiltrationOverWeb() {
        return new Attributes()
                .with("tactic", named("TA0010", "Exfiltration"))
                .with("technique", named("T1567", "Exfiltration Over Web Service"))
                .toMap();
    }

    private static Map<String, Object> indirectInjection() {
        return new Attributes()
                .with("tactic", named("AML.TA0005", "Execution"))
                .with("technique", named("AML.T0051", "LLM Prompt Injection"))
                .with("sub_technique", named("AML.T0051.001", "Indirect"))
                .with("version", ATLAS)
                .toMap();
    }

    private static Map<String, Object> credentialHarvesting() {
        return new Attributes()
                .with("tactic", named("AML.TA0013", "Credential Access"))
                .with("technique", named("AML.T0098", "AI Agent Tool Credential Harvesting"))
                .with("version", ATLAS)
                .toMap();
    }

    private static Map<String, Object> named(String uid, String name) {
        return new Attributes().with("uid", uid).with("name", name).toMap();
    }
}
