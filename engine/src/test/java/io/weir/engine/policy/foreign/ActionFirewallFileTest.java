package io.weir.engine.policy.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.policy.PolicyDesk;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionFirewallFileTest {

    private static final String CONFIG = """
        {"global": {"allow_prefixes": ["get_", "list_"], "block_keywords": ["delete", "Refund"], "default_action": "block",
                    "otp_attempt_count": "3"},
         "servers": {"pay": {"block_keywords": ["charge"], "default_action": "allow"},
                     "db": {"allow_prefixes": ["select_"]}}}
        """;

    @ParameterizedTest
    @CsvSource({
        "'',   get_user,              ALLOW",
        "'',   GET_USER,              ALLOW",
        "'',   get_delete_everything, ALLOW",
        "'',   delete_user,           REQUIRE_APPROVAL",
        "'',   issue_refund,          REQUIRE_APPROVAL",
        "'',   other,                 REQUIRE_APPROVAL",
        "'',   select_rows,           REQUIRE_APPROVAL",
        "pay,  other,                 ALLOW",
        "pay,  create_charge,         REQUIRE_APPROVAL",
        "pay,  delete_user,           REQUIRE_APPROVAL",
        "pay,  get_charge,            ALLOW",
        "db,   select_rows,           ALLOW",
        "db,   other,                 REQUIRE_APPROVAL",
        "none, other,                 REQUIRE_APPROVAL"
    })
    void aServersListsExtendTheGlobalOnes(String server, String tool, Decision decision) {
        PolicyDesk desk = PolicyDesk.with(read(CONFIG, ForeignMode.COMPAT).policies())
                .withHeaders(Map.of("X-Weir-Server", server));

        assertThat(desk.calls(tool, Map.of()).event().outcome().decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "get_user,              ALLOW,            ALLOW",
        "get_delete_everything, ALLOW,            REQUIRE_APPROVAL",
        "get_\uff44elete,       ALLOW,            REQUIRE_APPROVAL",
        "\uff44elete_user,      REQUIRE_APPROVAL, REQUIRE_APPROVAL",
        "other,                 REQUIRE_APPROVAL, REQUIRE_APPROVAL"
    })
    void inStrictModeAKeywordOutranksAPrefixAndLookAlikesAreSeenThrough(String tool, Decision compat, Decision strict) {
        for (ForeignMode mode : ForeignMode.values()) {
            PolicyDesk desk = PolicyDesk.with(read(CONFIG, mode).policies());

            assertThat(desk.calls(tool, Map.of()).event().outcome().decision())
                    .isEqualTo(mode == ForeignMode.STRICT ? strict : compat);
        }
    }

    @Test
    void neverLoosensWhatTheJudgementStops() {
        PolicyDesk desk = PolicyDesk.with(read(CONFIG, ForeignMode.COMPAT).policies());

        assertThat(desk.sends("POST", "https://far.test/get_", Map.of("ssn", "536-22-8891", "name", "Ann"))
                        .event()
                        .outcome()
                        .decision())
                .isNotEqualTo(Decision.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"global\": []}",
                "{\"global\": {\"default_action\": \"Block\"}}",
                "{\"global\": {\"otp_attempt_count\": 0}}",
                "{\"global\": {\"allow_prefixes\": \"get_\"}}"
            })
    void refusesWhatTheOriginalRefuses(String config) {
        assertThatThrownBy(() -> read(config, ForeignMode.COMPAT)).hasMessageContaining("firewall_config.json:1:");
    }

    @Test
    void emptyTextsAndUnknownMembersAreWarnedOfAndRefusedInStrictMode() {
        String config = "{\"global\": {\"allow_prefixes\": [\"\"], \"comment\": \"x\"}}";

        assertThat(read(config, ForeignMode.COMPAT).warnings())
                .extracting(PolicyProblem::message)
                .containsExactlyInAnyOrder(
                        "an empty text in 'allow_prefixes' allows everything",
                        "'comment' is not known and passed over");
        assertThatThrownBy(() -> read(config, ForeignMode.STRICT))
                .hasMessageContaining("allows everything")
                .hasMessageContaining("'comment'");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "'\"otp_attempt_count\": 4', 4", "'\"otp_attempt_count\": \"3\"', 3"})
    void saysHowManyWrongCodesAreTakenForWhatItHolds(String setting, int attempts) {
        PolicyDesk desk = PolicyDesk.with(
                read("{\"global\": {" + setting + "}}", ForeignMode.COMPAT).policies());

        assertThat(desk.calls("other", Map.of()).event().outcome().policies())
                .satisfies(outcome -> assertThat(outcome.codeAttempts()).isEqualTo(attempts));
    }

    @Test
    void theAttemptsOfAServerArePassedOverWithAWarning() {
        List<PolicyProblem> warnings = read(
                        "{\"global\": {}, \"servers\": {\"a\": {\"otp_attempt_count\": 2}}}", ForeignMode.COMPAT)
                .warnings();

        assertThat(warnings).extracting(PolicyProblem::message).anyMatch(line -> line.contains("passed over"));
    }

    private static PolicyFile read(String text, ForeignMode mode) {
        return PolicyFiles.read("firewall_config.json", text, mode);
    }
}
