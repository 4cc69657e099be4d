package io.weir.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weir.launcher.audit.AuditVerifyCommand;
import io.weir.launcher.replay.ReplayCommand;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import io.weir.testkit.shared.SharedFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is left behind when the demo has run, in a process of its own, with its logs on. */
class DemoIT {

    /** All that the customer file holds: none of it may be anywhere afterwards. */
    private static final List<String> PLANTED = planted();

    @TempDir
    private static Path parent;

    private static DemoRun run;

    @BeforeAll
    static void playOnce() throws IOException, InterruptedException {
        run = DemoRun.play(parent);
    }

    @Test
    void stopsTheWritesAndShowsTheAlert() {
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("DENY").contains("source").contains("sink");
    }

    @Test
    void recordsEveryCallAndItsAlerts() {
        assertThat(run.values(Topics.CALLS)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(run.values(Topics.ALERTS)).isNotEmpty();
        assertThat(run.values(Topics.DECISIONS)).isNotEmpty();
        assertThat(run.values(Topics.DEAD_LETTERS)).isEmpty();
        assertThat(run.values(Topics.AUDIT))
                .hasSize(run.values(Topics.CALLS).size()
                        + run.values(Topics.ALERTS).size());
    }

    @Test
    void keepsNothingOfTheFileInAnyTopic() {
        // Given the topics that Kafka Streams made for itself as well
        assertThat(run.topics()).anyMatch(name -> name.contains("changelog"));

        run.topics()
                .forEach(topic -> run.records(topic)
                        .forEach(record -> assertHoldsNone(topic, new String(record, StandardCharsets.UTF_8))));
    }

    @Test
    void keepsNothingOfTheFileInAnyFileOrLog() throws IOException {
        assertHoldsNone("output", run.output());
        assertHoldsNone("log", run.log());
        try (Stream<Path> files = Files.walk(parent)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // One byte, one character: any bytes can be searched so.
                assertHoldsNone(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void speaksValidOcsf() throws IOException {
        assertValid(Topics.OCSF_API_ACTIVITY, "api_activity");
        assertValid(Topics.OCSF_DATA_SECURITY_FINDING, "data_security_finding");
    }

    @Test
    void leavesAnIntactAuditLog() {
        assertThat(execute(new AuditVerifyCommand(), "--data", run.data().toString(), "--records"))
                .isZero();
    }

    @Test
    void decidesTheSameWhenReplayed() {
        String topic = Topics.CALLS.named(Topics.DEFAULT_PREFIX);

        assertThat(execute(
                        new ReplayCommand(),
                        "--data",
                        run.data().toString(),
                        "--topic-range",
                        topic,
                        "--fail-on",
                        "changed"))
                .isZero();
    }

    private static int execute(Callable<Integer> command, String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        System.out.println(out);
        return exitCode;
    }

    private static void assertValid(Topic topic, String ocsfClass) throws IOException {
        Path file = SharedFolder.require("ocsf/1.8.0/jsonschema/" + ocsfClass + ".json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
        assertThat(run.values(topic))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(
                                schema.validate(new String(value, StandardCharsets.UTF_8), InputFormat.JSON))
                        .isEmpty());
    }

    private static void assertHoldsNone(String place, String text) {
        for (String secret : PLANTED) {
            assertThat(text.contains(secret))
                    .as(place + " holds planted content")
                    .isFalse();
        }
    }

    private static List<String> planted() {
        Map<String, Object> file = CustomerFile.of(DemoUpstreams.SEED).json();
        String notes = CustomerFile.NOTES;
        return Stream.concat(
                        Stream.of("email", "card_number", "ssn", "portal_api_key")
                                .map(member -> String.valueOf(file.get(member))),
                        Stream.of(
                                notes.substring(0, 24),
                                notes.substring(90, 114),
                                CustomerFile.NAME,
                                String.valueOf(file.get("card_number")).replace(" ", "")))
                .toList();
    }
}
