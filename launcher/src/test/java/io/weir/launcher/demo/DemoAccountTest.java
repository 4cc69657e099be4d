package io.weir.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import io.weir.testkit.golden.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DemoAccountTest {

    private final StringWriter text = new StringWriter();

    private static Played read() {
        return new Played(2, DemoAgent.steered().get(1), 200, "ALLOW", List.of(), "trace-of-read");
    }

    private static Played write() {
        List<String> reasons = List.of("PII_EGRESS", "READ_WRITE_LINK");
        return new Played(3, DemoAgent.steered().get(2), 403, "DENY", reasons, "trace-of-write");
    }

    private static AlertRaised alert() {
        Match run =
                new Match(null, new Span("/body/notes", 4, 376), new Span("/body/file/notes", 4, 376), "xxxx xx Xxxxx");
        Match card = new Match(
                ValueKind.CARD, new Span("/body/card", 0, 19), new Span("/body/file/card", 0, 19), "[payment-card]");
        Link link = new Link(
                "trace-of-read",
                "custom_proxy",
                1,
                "trace-of-write",
                Tier.BLOCK,
                0.97,
                List.of(DataClass.PII, DataClass.SECRETS),
                DestinationProvenance.TOOL_RESPONSE,
                391,
                0.92,
                0.905,
                List.of(run, card, card, card, card, card, card),
                3,
                List.of("+0.3 copied", "+0.55 learnt from a tool response"));
        ToolCall sink = new ToolCall(
                "POST",
                "custom_proxy",
                "POST",
                Verb.WRITE,
                List.of(new Destination(
                        DestinationKind.HOST, "127.0.0.1:2", "00", Audience.EXTERNAL, "/url/host", List.of())),
                10);
        Principal principal =
                new Principal("default", "default", "demo-agent", null, null, "s", SessionProvenance.EXPLICIT, null);
        return new AlertRaised(
                "alert-1",
                "session-read-write",
                "1",
                "title",
                "trace-of-write",
                "00-0-0-01",
                2,
                principal,
                sink,
                Decision.DENY,
                Tier.BLOCK,
                Severity.CRITICAL,
                0.97,
                List.of(DataClass.PII),
                List.of(link));
    }

    private void tellEverything(Ansi ansi) {
        DemoAccount account = new DemoAccount(new PrintWriter(text), ansi);
        account.begin("127.0.0.1:1", "127.0.0.1:2", "http://127.0.0.1:3/proxy/");
        account.introduce(
                "An agent", new DemoAgent("http://127.0.0.1:3/proxy/", Map.of(), "support-1", "Summarize it."));
        account.tell(read());
        account.tell(write());
        account.tell(List.of(alert()), "weir.alerts.v1", List.of(read(), write()));
        account.end(0, List.of());
        account.next(".weir/demo/run-1");
    }

    @Test
    void tellsTheStoryAndTheEvidence() {
        tellEverything(Ansi.OFF);

        Golden.assertMatches("golden/demo-account.txt", text.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void saysWhatWasNotAsItShouldBe() {
        DemoAccount account = new DemoAccount(new PrintWriter(text), Ansi.OFF);

        account.end(2, List.of("the benign twin was held up"));

        assertThat(text.toString())
                .contains("At the drop arrived: 2 calls.")
                .contains("NOT AS IT SHOULD BE: the benign twin was held up");
    }

    @Test
    void usesColorOnlyWhereItIsWanted() {
        tellEverything(Ansi.ON);

        assertThat(text.toString()).contains("\u001b[31m  3  POST drop/collect");
    }
}
