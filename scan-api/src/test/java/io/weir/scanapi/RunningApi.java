package io.weir.scanapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.approval.CallDigests;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.detect.Detector;
import io.weir.engine.key.HmacKey;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.settings.EngineSettings;
import io.weir.messaging.EventArchive;
import io.weir.messaging.EventPublisher;
import io.weir.messaging.TaintPorts;
import io.weir.messaging.log.SharedLogs;
import io.weir.messaging.memory.MemoryAlerts;
import io.weir.messaging.memory.MemoryEventPublisher;
import io.weir.messaging.memory.MemoryHistory;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.messaging.memory.MemoryTaints;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.health.Readiness;
import io.weir.platform.json.Json;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.agent.AgentConfig;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.budget.DailyBudgets;
import io.weir.scanapi.console.ConsoleConfig;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.export.ExportFormat;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.incident.IncidentConfig;
import io.weir.scanapi.key.AgentSecrets;
import io.weir.scanapi.notice.Notifier;
import io.weir.scanapi.notice.TicketConfig;
import io.weir.scanapi.notice.TicketHook;
import io.weir.scanapi.notice.TicketSystem;
import io.weir.scanapi.notice.Webhook;
import io.weir.scanapi.notice.WebhookConfig;
import io.weir.scanapi.oidc.OidcConfig;
import io.weir.scanapi.opinion.Adviser;
import io.weir.scanapi.opinion.JudgeConfig;
import io.weir.scanapi.opinion.ModelAdviser;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.remote.RemoteConfig;
import io.weir.scanapi.risk.Habits;
import io.weir.scanapi.risk.NodeRisks;
import io.weir.scanapi.risk.ThreatWatch;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.testkit.time.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A scan API on a free port with its parts in reach, and a client for it. */
final class RunningApi implements AutoCloseable {

    private static final Map<String, String> BASE = Map.of("port", "0", "warm_up_calls", "1");
    private static final RecallConfig RECALL =
            ConfigSource.empty().read(List.of(RecallConfig.SECTION)).get(RecallConfig.SECTION);
    private static final byte[] MASTER_KEY = "a master key for tests".getBytes(StandardCharsets.US_ASCII);

    final MemoryEventPublisher events;
    private final TaintPorts taints;
    final Metrics metrics = Metrics.create();
    final Readiness readiness = new Readiness();
    final SettableClock clock = SettableClock.at("2026-11-21T10:00:00Z");

    final SharedLogs logs;
    final MemoryAlerts alerts = new MemoryAlerts();
    final Path feeds;
    final ThreatWatch threats;
    private final Notifier notifier;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScanApi api;

    private RunningApi(
            ScanApiConfig config,
            RecallConfig recall,
            MemoryEventPublisher events,
            EventPublisher publisher,
            TaintPorts taints,
            SharedLogs logs,
            PolicySource policies,
            @Nullable PolicyDesk desk,
            ConfigSource cases) {
        Path feeds = newFolder();
        this.events = events;
        this.taints = taints;
        this.logs = logs;
        Config read = cases.read(List.of(
                AgentConfig.SECTION,
                IncidentConfig.SECTION,
                JudgeConfig.SECTION,
                ApprovalConfig.SECTION,
                WebhookConfig.SECTION,
                TicketConfig.SECTION,
                ConsoleConfig.SECTION,
                OidcConfig.SECTION,
                RemoteConfig.SECTION));
        Habits habits = new Habits(5, metrics.registry());
        this.feeds = feeds;
        DailyBudgets budgets = DailyBudgets.open(
                read.get(AgentConfig.SECTION).dailyBudgets(),
                logs,
                UUID.randomUUID().toString());
        NodeRisks risks =
                new NodeRisks(habits, ThreatWatch.start(feeds, Duration.ofHours(1), metrics.registry()), budgets);
        this.threats = risks.feeds();
        this.notifier = webhook(read.get(WebhookConfig.SECTION));
        ScanApiParts parts = new ScanApiParts(
                InlineJudge.create(
                        EngineSettings.DEFAULT, MASTER_KEY, (tenant, time) -> Detector.standard(), policies, risks),
                publisher,
                taints,
                new CallDigests(MASTER_KEY),
                new AgentSecrets(MASTER_KEY),
                logs,
                metrics,
                readiness,
                clock,
                UUID::randomUUID,
                new CaseParts(
                        read.get(AgentConfig.SECTION),
                        read.get(IncidentConfig.SECTION),
                        alerts,
                        alerts,
                        habits,
                        budgets,
                        new DecisionExports(new MemoryHistory(events), RunningApi::siemLine),
                        adviser(read.get(JudgeConfig.SECTION), metrics),
                        notifier,
                        tickets(read.get(TicketConfig.SECTION))),
                desk,
                new PeopleParts(
                        read.get(ConsoleConfig.SECTION),
                        read.get(OidcConfig.SECTION),
                        read.get(RemoteConfig.SECTION),
                        HmacKey.of(MASTER_KEY)));
        this.api = ScanApi.start(config, read.get(ApprovalConfig.SECTION), recall, parts);
    }

    /** What stands for the mapping of the correlator, which this module does not know. */
    private static byte[] siemLine(ExportFormat format, DecisionMade made, RecordPlace place) {
        return Json.bytes(Map.of("class_uid", 6003, "format", format.name()));
    }

    /** An alert on the first call that was scanned here; this one is scanned as well. */
    AlertRaised alertOn(String call, String id, Tier tier) {
        scan(call);
        ToolCallScanned event = (ToolCallScanned) events.events().get(0);
        return new AlertRaised(
                id,
                "rule",
                "1",
                "Content of a read went outside",
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                Decision.ALLOW,
                tier,
                Severity.HIGH,
                0.9,
                List.of(),
                List.of());
    }

    static RunningApi start() {
        return start(Map.of());
    }

    static RunningApi start(Map<String, String> settings) {
        return start(settings, new MemorySharedLogs());
    }

    /** Another node, which shares the logs of this one. */
    RunningApi another(Map<String, String> settings) {
        return start(settings, logs);
    }

    /** An API with policies that can be changed. */
    static RunningApi startWith(Map<String, String> settings, PolicySource policies, PolicyDesk desk) {
        return startWith(settings, Map.of(), policies, desk);
    }

    /** The same, with settings of agents, incidents or approvals under their full names. */
    static RunningApi startWith(
            Map<String, String> settings, Map<String, String> cases, PolicySource policies, PolicyDesk desk) {
        MemoryEventPublisher events = new MemoryEventPublisher();
        TaintPorts taints = new MemoryTaints(events).ports();
        return new RunningApi(
                config(settings),
                RECALL,
                events,
                events,
                taints,
                new MemorySharedLogs(),
                policies,
                desk,
                source(cases));
    }

    /** An API with policies. */
    static RunningApi startWith(PolicySource policies) {
        return start(Map.of(), UnaryOperator.identity(), new MemorySharedLogs(), policies, null);
    }

    /** This node after a restart: what it kept in memory is gone, its topics are not. */
    RunningApi restarted(PolicySource policies) {
        return new RunningApi(
                config(Map.of()), RECALL, events, events, taints, logs, policies, null, ConfigSource.empty());
    }

    /** An API whose publisher is made from the one in memory. */
    static RunningApi start(Map<String, String> settings, UnaryOperator<EventPublisher> publisher) {
        return start(settings, publisher, new MemorySharedLogs());
    }

    /** An API that shares these logs with other nodes. */
    static RunningApi start(Map<String, String> settings, SharedLogs logs) {
        return start(settings, UnaryOperator.identity(), logs);
    }

    private static RunningApi start(
            Map<String, String> settings, UnaryOperator<EventPublisher> publisher, SharedLogs logs) {
        return start(settings, publisher, logs, PolicySource.NONE, null);
    }

    private static RunningApi start(
            Map<String, String> settings,
            UnaryOperator<EventPublisher> publisher,
            SharedLogs logs,
            PolicySource policies,
            @Nullable PolicyDesk desk) {
        MemoryEventPublisher events = new MemoryEventPublisher();
        TaintPorts taints = new MemoryTaints(events).ports();
        return new RunningApi(
                config(settings),
                RECALL,
                events,
                publisher.apply(events),
                taints,
                logs,
                policies,
                desk,
                ConfigSource.empty());
    }

    /** An API with settings of agents, incidents or approvals, under their full names. */
    static RunningApi startWithCases(Map<String, String> cases, Map<String, String> settings, SharedLogs logs) {
        return startWithCases(cases, settings, logs, PolicySource.NONE);
    }

    /** The same with policies. */
    static RunningApi startWithCases(
            Map<String, String> cases, Map<String, String> settings, SharedLogs logs, PolicySource policies) {
        MemoryEventPublisher events = new MemoryEventPublisher();
        TaintPorts taints = new MemoryTaints(events).ports();
        return new RunningApi(config(settings), RECALL, events, events, taints, logs, policies, null, source(cases));
    }

    private static ConfigSource source(Map<String, String> cases) {
        ConfigSource source = ConfigSource.empty();
        for (Map.Entry<String, String> setting : cases.entrySet()) {
            source = source.withOption(setting.getKey(), setting.getValue(), "test");
        }
        return source;
    }

    /** Another node of the same fleet. */
    RunningApi another() {
        return another(RECALL, UnaryOperator.identity());
    }

    /** Another node of the same fleet that gets events of other nodes from this archive. */
    RunningApi another(RecallConfig recall, UnaryOperator<EventArchive> archive) {
        TaintPorts ports = new TaintPorts(taints.publisher(), taints.feed(), archive.apply(taints.archive()));
        return new RunningApi(
                config(Map.of()),
                recall,
                events,
                events,
                ports,
                new MemorySharedLogs(),
                PolicySource.NONE,
                null,
                ConfigSource.empty());
    }

    static ScanApiConfig config(Map<String, String> settings) {
        ConfigSource source = ConfigSource.empty();
        for (Map.Entry<String, String> setting : BASE.entrySet()) {
            source = source.withOption("scan_api." + setting.getKey(), setting.getValue(), "test");
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            source = source.withOption("scan_api." + setting.getKey(), setting.getValue(), "test");
        }
        return source.read(List.of(ScanApiConfig.SECTION)).get(ScanApiConfig.SECTION);
    }

    int port() {
        return api.port();
    }

    List<Route> routes() {
        return api.routes();
    }

    /** Posts JSON. Headers are names and values in turn. */
    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(withHeaders(request, headers));
    }

    HttpResponse<String> scan(String body, String... headers) {
        return post("/v1/scan", body, headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(withHeaders(HttpRequest.newBuilder(uri(path)).GET(), headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are and returns all that comes back until the server closes. */
    String raw(byte[] request) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + response.body(), e);
        }
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static Adviser adviser(JudgeConfig judge, Metrics metrics) {
        return judge.isOn() ? new ModelAdviser(judge, metrics.registry()) : Adviser.NONE;
    }

    private Notifier webhook(WebhookConfig config) {
        return config.isOn() ? Webhook.start(config, clock, metrics.registry()) : Notifier.NONE;
    }

    private TicketSystem tickets(TicketConfig config) {
        return config.isOn() ? new TicketHook(config, clock, metrics.registry()) : TicketSystem.NONE;
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("feeds");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        threats.close();
        api.close();
        if (notifier instanceof Webhook webhook) {
            webhook.close();
        }
        metrics.close();
    }
}
