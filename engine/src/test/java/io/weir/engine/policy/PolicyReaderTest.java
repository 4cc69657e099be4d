package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.testkit.golden.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    private static final List<String> FAULTS = List.of(
            "name: [not a text]\nrules: []\n",
            "name: p\nrules:\n  - rule_id: a\n    match: {tool_nmes: [x]}\n    action: DENNY\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition:\n      has_data_class: [SECRET]\n"
                    + "      risk_score_gt: high\n      body_path_gt: {path: amount, value: 3}\n",
            "name: p\nrules:\n  - {rule_id: a, action: DENY, condition: {body_matches: '(x'}}\n"
                    + "  - {rule_id: a, action: DENY, loosens: [DENY]}\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition:\n      expression: 'tol == \"x\"'\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition:\n      expression: tool\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition:\n      any: {risk_score_gt: 1}\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    match: {tools: read_file}\n    reason_code: too low\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition: {linked_read: {teir: BLOCK}}\n",
            "name: p\nrules:\n  - rule_id: a\n    action: DENY\n    condition: {count: {gt: 3}}\n",
            "name: p\nname: q\nrules: [{rule_id: a, action: DENY}]\n",
            "name: p\nbase: &b {rule_id: a, action: DENY}\nrules: [*b]\n",
            "name: p\nrules:\n - rule_id: a\n   action: DENY\n  - broken\n",
            "name: p\ncompliance_tags: [soc2]\nprecedence: loudest\nrules: [{rule_id: a, action: DENY}]\n");

    @Test
    void saysWhatIsWrongWhereAndWhatWasProbablyMeant() {
        StringBuilder all = new StringBuilder();
        for (String text : FAULTS) {
            all.append(text).append("-->\n");
            PolicyFileException refused = catchThrowableOfType(
                    PolicyFileException.class, () -> PolicyFiles.read("policy.yaml", text, ForeignMode.COMPAT));
            refused.problems().forEach(problem -> all.append(problem.line()).append('\n'));
            all.append('\n');
        }

        Golden.assertMatches("policy/errors.txt", all.toString());
    }

    @Test
    void readsTheFlatShapeAndTheOtherSpellingsOfTheProtocol() {
        String nested = """
                {"name": "p", "env_name": "production", "rules": [{"rule_id": "a", "priority": 1, "action": "DENY",
                  "match": {"tool_names": ["slack"]}, "condition": {"has_data_class": ["SECRETS"]}}]}""";
        String flat = """
                {"name": "p", "env_names": ["production"], "rules": [{"rule_id": "a", "priority": 1, "action": "deny",
                  "tool_names": ["slack"], "has_data_class": ["secrets"]}]}""";

        assertThat(set(flat).version()).isEqualTo(set(nested).version());
    }

    @Test
    void layoutIsNoPartOfTheVersionAndMeaningIs() {
        String one = "name: p\nrules: [{rule_id: a, action: DENY, match: {verbs: [READ]}}]\n";

        assertThat(set(one.replace("{rule_id: a, action: DENY,", "{action: DENY, rule_id: a,"))
                        .version())
                .isEqualTo(set(one).version());
        assertThat(set(one.replace("READ", "WRITE")).version()).isNotEqualTo(set(one).version());
    }

    private static PolicySet set(String text) {
        String file = text.startsWith("{") ? "p.json" : "p.yaml";
        return new PolicySet(PolicyFiles.read(file, text, ForeignMode.COMPAT).policies(), Precedence.STRICTEST);
    }
}
