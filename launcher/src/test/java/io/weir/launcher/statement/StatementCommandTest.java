package io.weir.launcher.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.CommandRun;
import io.weir.launcher.audit.TopicReader;
import io.weir.launcher.broker.EmbeddedBroker;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import io.weir.schemas.word.Audience;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands against a real broker; each test has topics of its own prefix. */
class StatementCommandTest {

    private static final int PARTITIONS = 3;
    private static final String TEXT = "The board agreed to close the northern depot before the autumn.";

    @TempDir
    private static Path brokerFolder;

    private static EmbeddedBroker broker;

    @TempDir
    private Path folder;

    private final String prefix = UUID.randomUUID() + ".";

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(brokerFolder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        KafkaConnection connection = connection();
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(List.of(
                            new NewTopic(
                                    connection.nameOf(Topics.DECLASSIFICATIONS),
                                    Optional.of(PARTITIONS),
                                    Optional.empty()),
                            new NewTopic(
                                    connection.nameOf(Topics.CLASSIFICATIONS),
                                    Optional.of(PARTITIONS),
                                    Optional.empty())))
                    .all()
                    .get();
        }
    }

    @Test
    void publishesADeclassificationToEveryPartitionAndTakesItBack() {
        // Given
        CommandRun made = run(
                "declassify",
                "--text",
                TEXT,
                "--to",
                "ana@partner.example",
                "--purpose",
                "board pack",
                "--for",
                "10m",
                "--author",
                "ben");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("to a***@partner.example").doesNotContain("depot");
        Declassification statement =
                (Declassification) statements(Topics.DECLASSIFICATIONS).get(0);
        assertThat(statement.untilMillis() - statement.fromMillis()).isEqualTo(600_000);
        assertThat(statement.content()).isNotNull();

        // When
        CommandRun revoked = run("declassify", "--revoke", statement.statementId(), "--author", "eve", "--json");

        // Then
        assertThat(revoked.exitCode()).as(revoked.err()).isZero();
        assertThat(revoked.out()).contains("\"type\":\"declassification\"", "\"revoked\":true", "\"author\":\"eve\"");
        assertThat(statements(Topics.DECLASSIFICATIONS))
                .hasSize(2 * PARTITIONS)
                .allSatisfy(one -> assertThat(one.statementId()).isEqualTo(statement.statementId()));
    }

    @Test
    void publishesThatContentIsACanary() {
        CommandRun run = run("classify", "--text", TEXT, "--canary", "--tenant", "acme");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(statements(Topics.CLASSIFICATIONS)).hasSize(PARTITIONS).allSatisfy(one -> {
            assertThat(((Classification) one).canary()).isTrue();
            assertThat(one.tenant()).isEqualTo("acme");
        });
    }

    @Test
    void letsASourceGoToAnAudience() {
        CommandRun run =
                run("declassify", "--source", "trace-1", "--audience", "known", "--purpose", "prices", "--for", "30d");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Declassification said =
                (Declassification) statements(Topics.DECLASSIFICATIONS).get(0);
        assertThat(said.audience()).isEqualTo(Audience.KNOWN);
        assertThat(said.content()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--to ana@partner.example --purpose x --for 1h | the scope is too wide: it names neither content nor source",
                "--source t --purpose x --for 1h | the scope is too wide: it must name who may see it",
                "--source t --to a@b.example --audience PUBLIC --purpose x --for 1h | give either --to or --audience",
                "--source t --text abc --audience KNOWN --purpose x --for 1h | not several",
                "--source t --audience KNOWN --for 1h | give --purpose",
                "--source t --audience KNOWN --purpose x | give --for: a declassification has an end",
                "--source t --audience KNOWN --purpose x --for 400d | longer than 365 days",
                "--source t --audience KNOWN --purpose x --for soon | write 90s, 10m, 8h or 30d",
                "--text short --audience KNOWN --purpose x --for 1h | too short to be recognised",
                "--revoke nothing | no declassification has the id 'nothing'"
            })
    void refusesAndSaysWhatToDo(String arguments, String message) {
        List<String> all = new ArrayList<>(List.of("declassify"));
        all.addAll(List.of(arguments.split(" ")));

        CommandRun run = run(all.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("declassify: ").contains(message);
        assertThat(statements(Topics.DECLASSIFICATIONS)).isEmpty();
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix, "--data", folder.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private List<Statement> statements(Topic topic) {
        List<Statement> statements = new ArrayList<>();
        try (TopicReader reader = TopicReader.connect(connection())) {
            for (TopicPartition partition : reader.partitions(connection().nameOf(topic))) {
                reader.readAll(partition, kept -> {
                    assertThat(new String(kept.value(), StandardCharsets.UTF_8)).doesNotContain("depot");
                    statements.add(RecordCodec.of(Statement.class).decode(kept.value()));
                });
            }
        }
        return statements;
    }

    private KafkaConnection connection() {
        return KafkaConnection.local(broker.bootstrap()).withPrefix(prefix);
    }
}
