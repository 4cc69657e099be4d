package io.weir.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.decide.Desk;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternRuleTest {

    private static final String AWS = "aws_access_key_id = AKIA" + "Q4TR2XW7MLPD5VSN";
    private static final String GITHUB = "token ghp_" + "r8Kq2Lw7Zx4Vb9Nt6Ry1Pd3Hf5Jg0Ms2AcQe";
    private static final String CUSTOMER =
            "Card 4111 1111 1111 1111, e-mail ana.duarte%d@example.org, " + "social security number 536-22-8726.";

    private final Desk desk = Desk.fresh();
    private final StateTable state = new MemoryStateTable();
    private PatternRule rule = new PatternRule();
    private final List<AlertRaised> alerts = new ArrayList<>();
    private long offset;

    @Test
    void doesNotTellOfAPatternThatIsSwitchedOffAndRemembersNothingForIt() {
        PatternRule others = new PatternRule()
                .without(List.of("identity-then-right", "identity-right-then-outside", "burst-of-outward-writes"));
        rule = others;

        calls("create_user", Map.of("name", "helper"));
        calls("attach_user_policy", Map.of("name", "helper", "which", "all"));

        assertThat(alerts).isEmpty();
        assertThat(state.keys("", 1)).isEmpty();
    }

    @Test
    void refusesToSwitchOffWhatThereIsNot() {
        assertThatThrownBy(() -> new PatternRule().without(List.of("zonk")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no pattern zonk; there are identity-then-right, ");
    }

    @ParameterizedTest
    @CsvSource({
        "create_user, attach_user_policy",
        "IamCreateUser, IamPutRolePolicy",
        "users.add, permissions.grant",
        "register_account, assign_role",
        "provision_serviceaccount, bind_role"
    })
    void tellsOfAnIdentityThatIsGivenRights(String creates, String grants) {
        calls(creates, Map.of("name", "helper"));
        calls(grants, Map.of("name", "helper", "which", "all"));

        assertThat(rules()).containsExactly("pattern-identity-then-right");
        assertThat(alerts.get(0).title())
                .isEqualTo("An identity was created and then given rights: 2 events within 1 seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "create_user, list_policies",
        "get_user, attach_user_policy",
        "create_event, update_permission",
        "attach_user_policy, create_user"
    })
    void saysNothingOfOtherCoursesOfTheSameWords(String first, String second) {
        calls(first, Map.of("name", "helper"));
        calls(second, Map.of("name", "helper"));

        assertThat(rules()).isEmpty();
    }

    @Test
    void tellsOfTheUseOfTheNewRights() {
        calls("create_user", Map.of("name", "helper"));
        calls("attach_user_policy", Map.of("name", "helper"));
        sends("see you");

        assertThat(rules()).containsExactly("pattern-identity-then-right", "pattern-identity-right-then-outside");
    }

    @Test
    void tellsOfCredentialsOfSeveralIssuersBeforeAnOutwardCall() {
        reads(AWS);
        reads(GITHUB);
        sends("see you");

        assertThat(rules()).containsExactly("pattern-several-credentials-then-outside");
        AlertRaised alert = alerts.get(0);
        assertThat(alert.tier()).isEqualTo(Tier.SIGNAL);
        assertThat(alert.path()).extracting(Hop::tool).containsExactly("read_file", "read_file", "send_email");
        assertThat(alert.path())
                .extracting(Hop::place)
                .containsExactly(
                        new RecordPlace("calls", 0, 0), new RecordPlace("calls", 0, 1), new RecordPlace("calls", 0, 2));
    }

    @Test
    void oneCredentialIsNoPattern() {
        reads(AWS);
        reads(AWS);
        sends("see you");

        assertThat(rules()).isEmpty();
    }

    @Test
    void credentialsAreNoPatternWhileNothingGoesOutside() {
        reads(AWS);
        reads(GITHUB);
        calls("send_email", Map.of("to", "anna@weir.test", "body", "see you"));

        assertThat(rules()).isEmpty();
    }

    @Test
    void tellsOfAGuardThatIsSwitchedOffBeforeAnOutwardCall() {
        calls("disable_audit_log", Map.of("trail", "main"));
        sends("see you");

        assertThat(rules()).containsExactly("pattern-guard-off-then-outside");
    }

    @Test
    void tellsOfAHarvestBeforeOneLargeWrite() {
        IntStream.range(0, 5).forEach(page -> reads(CUSTOMER.formatted(page)));
        sends("x".repeat(100));
        assertThat(rules()).isEmpty();

        sendsLarge();

        assertThat(rules()).containsExactly("pattern-harvest-then-large-write");
    }

    @Test
    void tellsOfABurstOfOutwardWritesOnce() {
        IntStream.range(0, 15).forEach(i -> sends("number " + i));

        assertThat(rules()).containsExactly("pattern-burst-of-outward-writes");
        assertThat(alerts.get(0).path()).hasSize(10);
    }

    @Test
    void tellsOfABurstOfSensitiveReads() {
        StringBuilder page = new StringBuilder();
        IntStream.range(0, 100).forEach(i -> page.append(CUSTOMER.formatted(i)).append('\n'));
        reads(page.toString());
        reads(page.toString());

        assertThat(rules()).containsExactly("pattern-burst-of-sensitive-reads");
    }

    @Test
    void aStepThatComesLateFindsItsPlace() {
        SessionEvent created =
                desk.calls("create_user", Map.of("name", "helper")).event();
        SessionEvent granted =
                desk.calls("attach_user_policy", Map.of("name", "helper")).event();
        SessionEvent sent = desk.calls("send_email", Map.of("to", "drop@collector.example", "body", "bye"))
                .event();

        apply(granted);
        apply(created);
        apply(sent);

        assertThat(rules()).containsExactly("pattern-identity-right-then-outside");
    }

    @Test
    void anEventThatComesAgainGivesItsAlertsAgainAndChangesNothing() {
        reads(AWS);
        reads(GITHUB);
        SessionEvent sent = desk.calls("send_email", Map.of("to", "drop@collector.example", "body", "bye"))
                .event();

        List<AlertRaised> first = rule.apply(state, PlacedEvent.unplaced(sent), null);
        List<AlertRaised> second = rule.apply(state, PlacedEvent.unplaced(sent), null);

        assertThat(first).hasSize(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void marksAreReadAsTheyWereWritten() {
        MarkBook book = MarkBook.EMPTY
                .plus(
                        List.of(
                                new Mark(0, "aws", 2, 5, "e", "t", "read", true, new RecordPlace("calls", 1, 9)),
                                new Mark(1, "", 1, 6, "f", "u", "send", false, null)),
                        100)
                .reported(6, "f");

        assertThat(MarkBook.decode(book.encode())).isEqualTo(book);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "within: 1x | its unit must be s, m, h or d",
                "within: h | a number with s, m, h or d behind it is needed",
                "steps: [{calls: [WRITE], does: [fly]}] | no group of words is called 'fly'; known: [create]",
                "steps: [{calls: [WRITE], reads: [PII]}] | a step needs either 'reads' or 'calls'",
                "steps: [{calls: [WRITE], same: host}] | 'same: host' is not known; known: tool"
            })
    void refusesWhatItDoesNotUnderstand(String line, String message) {
        String within = line.startsWith("within") ? line : "within: 1h";
        String steps = line.startsWith("steps") ? line : "steps: [{calls: [WRITE]}]";
        String text =
                "words: {create: [add]}\npatterns:\n  - id: p\n    says: s\n    " + within + "\n    " + steps + "\n";

        assertThatThrownBy(() -> PatternFile.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void reads(String text) {
        apply(desk.reads("read_file", Map.of("content", text)));
    }

    private void sends(String body) {
        calls("send_email", Map.of("to", "drop@collector.example", "body", body));
    }

    private void sendsLarge() {
        SessionEvent event = desk.sends("POST", "https://paste.example.net/new", Map.of("text", "x"), null)
                .event();
        apply(Sizes.of(event, 5_000));
    }

    private void calls(String tool, Map<String, Object> body) {
        apply(desk.calls(tool, body).event());
    }

    private void apply(SessionEvent event) {
        alerts.addAll(rule.apply(state, new PlacedEvent(event, new RecordPlace("calls", 0, offset++)), null));
    }

    private List<String> rules() {
        return alerts.stream().map(AlertRaised::rule).toList();
    }
}
