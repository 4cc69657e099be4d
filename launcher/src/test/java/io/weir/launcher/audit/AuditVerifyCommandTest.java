package io.weir.launcher.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.launcher.broker.EmbeddedBroker;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.json.Json;
import io.weir.schemas.event.AuditEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command against a real broker; each test has topics of its own prefix. */
class AuditVerifyCommandTest {

    @TempDir
    private static Path brokerFolder;

    private static EmbeddedBroker broker;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KafkaConnection connection;
    private AuditTopic topic;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(brokerFolder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics(TestInfo test) throws Exception {
        String prefix = test.getTestMethod().orElseThrow().getName() + "-" + UUID.randomUUID() + ".";
        connection = KafkaConnection.local(broker.bootstrap()).withPrefix(prefix);
        topic = AuditTopic.create(connection);
    }

    @AfterEach
    void closeProducer() {
        topic.close();
    }

    @Test
    void saysThatAnIntactLogIsIntact() throws Exception {
        topic.write(topic.chainOver(5));

        assertThat(verify("--records")).isZero();
        assertThat(out.toString())
                .contains("partition 1  " + topic.log() + "  5 entries intact, head ")
                .contains("records: 5 match, 0 gone")
                .contains(topic.name() + ": INTACT, 5 entries in 2 partitions");
    }

    @Test
    void findsAnEntryThatWasTakenOut() throws Exception {
        List<AuditEntry> chain = topic.chainOver(5);
        chain.remove(2);
        topic.write(chain);

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("BROKEN at entry 3: GAP").contains(": BROKEN, 4 entries");
    }

    @Test
    void findsARecordThatIsNoEntryAndDoesNotPrintIt() throws Exception {
        topic.writeBytes("planted text".getBytes(UTF_8));

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("MALFORMED").doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"log\":\"x\",\"sequence\":0}"})
    void findsARecordThatIsNoWholeEntry(String value) throws Exception {
        topic.writeBytes(value.getBytes(UTF_8));

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("MALFORMED");
    }

    @Test
    void findsAMemberThatTheHashDoesNotCover() throws Exception {
        ObjectNode entry = Json.mapper().valueToTree(topic.chainOver(1).get(0));
        topic.writeBytes(Json.bytes(entry.put("note", "added later")));

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("MALFORMED");
    }

    @Test
    void findsARecordThatIsNotWhatWasCommittedTo() throws Exception {
        // Given
        List<AuditEntry> chain = topic.chainOver(3);
        chain.remove(2);
        topic.appendFalse(chain, 2);
        topic.write(chain);

        // When, then
        assertThat(verify()).isZero();
        assertThat(verify("--records")).isEqualTo(1);
        assertThat(out.toString())
                .contains("2 match, 0 gone, 1 CHANGED, first ")
                .contains("/1/2");
    }

    @Test
    void countsRecordsThatRetentionHasTaken() throws Exception {
        List<AuditEntry> chain = topic.chainOver(1);
        topic.appendFalse(chain, 99);
        topic.write(chain);

        assertThat(verify("--records")).isZero();
        assertThat(out.toString()).contains("1 match, 1 gone");
    }

    @Test
    void findsALogThatWasCutOffSinceItsHeadsWereNoted() throws Exception {
        // Given
        topic.write(topic.chainOver(2));
        verify("--json");
        Path heads = noted(out.toString().replace("\"last_sequence\":1", "\"last_sequence\":4"));

        // When, then
        assertThat(verify("--since", heads.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("CUT_OFF");
    }

    @Test
    void acceptsALogThatGrewSinceItsHeadsWereNoted() throws Exception {
        // Given
        List<AuditEntry> chain = topic.chainOver(4);
        topic.write(chain.subList(0, 2));
        verify("--json");
        Path heads = noted(out.toString());

        // When
        topic.write(chain.subList(2, 4));

        // Then
        assertThat(verify("--since", heads.toString())).isZero();
        assertThat(out.toString()).contains("4 entries intact");
    }

    @Test
    void printsOneJsonObject() throws Exception {
        topic.write(topic.chainOver(2));

        assertThat(verify("--json")).isZero();
        JsonNode report = Json.mapper().readTree(out.toString());
        JsonNode chain = report.path("partitions").path(AuditTopic.PARTITION).path("chain");
        assertThat(report.path("intact").asBoolean()).isTrue();
        assertThat(chain.path("log").asText()).isEqualTo(topic.log());
        assertThat(chain.path("last_sequence").asInt()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoAuditTopic() {
        assertThat(run("verify", "--bootstrap", broker.bootstrap(), "--prefix", "absent."))
                .isEqualTo(2);
        assertThat(err.toString()).contains("absent.audit.v1");
    }

    @Test
    void usesTheBrokerThatRunsOnTheDataDirectory() throws Exception {
        topic.write(topic.chainOver(1));

        assertThat(run("verify", "--data", brokerFolder.toString(), "--prefix", connection.prefix()))
                .isZero();
        assertThat(out.toString()).contains("INTACT, 1 entries");
    }

    @Test
    void createsNothingInADirectoryWithoutData() {
        assertThat(run("verify", "--data", folder.toString())).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
        assertThat(err.toString()).contains("holds no data of a broker");
    }

    @Test
    void refusesHeadsThatAreNoReport() throws Exception {
        assertThat(verify("--since", noted("[]").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no report");
    }

    @Test
    void doesNotLookInTwoPlaces() {
        assertThat(run("verify", "--bootstrap", broker.bootstrap(), "--data", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    private Path noted(String report) throws IOException {
        return Files.writeString(folder.resolve("heads.json"), report);
    }

    private int verify(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--bootstrap", broker.bootstrap(), "--prefix", connection.prefix()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
