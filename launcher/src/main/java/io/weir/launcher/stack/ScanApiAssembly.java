package io.weir.launcher.stack;

import io.weir.correlator.ocsf.OcsfApiActivity;
import io.weir.correlator.siem.SiemFormat;
import io.weir.engine.approval.CallDigests;
import io.weir.engine.audit.RecordOrigin;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.key.HmacKey;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.config.EngineConfig;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.launcher.config.PoliciesConfig;
import io.weir.launcher.config.RulesConfig;
import io.weir.messaging.TaintPorts;
import io.weir.messaging.kafka.KafkaAlertFeed;
import io.weir.messaging.kafka.KafkaAlertHistory;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaDecisionHistory;
import io.weir.messaging.kafka.KafkaEventArchive;
import io.weir.messaging.kafka.KafkaEventPublisher;
import io.weir.messaging.kafka.KafkaSharedLogs;
import io.weir.messaging.kafka.KafkaTaintFeed;
import io.weir.messaging.kafka.KafkaTaintPublisher;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.Build;
import io.weir.platform.config.Config;
import io.weir.platform.health.Readiness;
import io.weir.platform.json.Json;
import io.weir.platform.lifecycle.Lifecycle;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.CaseParts;
import io.weir.scanapi.PeopleParts;
import io.weir.scanapi.ScanApi;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.ScanApiParts;
import io.weir.scanapi.agent.AgentConfig;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.budget.DailyBudgets;
import io.weir.scanapi.console.ConsoleConfig;
import io.weir.scanapi.export.DecisionExports;
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
import io.weir.scanapi.policy.PolicyWatch;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.remote.RemoteConfig;
import io.weir.scanapi.risk.Habits;
import io.weir.scanapi.risk.NodeRisks;
import io.weir.scanapi.risk.RiskConfig;
import io.weir.scanapi.risk.ThreatWatch;
import io.weir.scanapi.rules.LoadedRules;
import io.weir.scanapi.rules.RuleChoice;
import io.weir.scanapi.rules.RuleWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts a scan API and what it is made of, in the order in which they need each other.
 *
 * @param config settings of the process
 * @param folder data directory
 * @param lifecycle closes what is started here
 * @param readiness of the process
 * @param metrics of the process
 */
record ScanApiAssembly(Config config, Path folder, Lifecycle lifecycle, Readiness readiness, Metrics metrics) {

    private static final Duration LOG_OPENING_MAX = Duration.ofSeconds(30);

    /**
     * A scan API that publishes to this cluster.
     *
     * @param adminToken the operator's token; null for the configured one, if any
     */
    ScanApi start(KafkaConnection kafka, @Nullable AdminToken adminToken) {
        ScanApiConfig configured = config.get(ScanApiConfig.SECTION);
        ScanApiConfig settings = adminToken == null ? configured : configured.withAdminToken(adminToken.token());
        byte[] masterKey = MasterKey.of(config.get(FingerprintConfig.SECTION), folder);
        PolicyWatch policies = startPolicies();
        KafkaSharedLogs logs = new KafkaSharedLogs(kafka, LOG_OPENING_MAX, metrics.registry());
        NodeRisks risks = startRisks(logs);
        InlineJudge judge =
                InlineJudge.create(config.get(EngineConfig.SECTION), masterKey, startRules(masterKey), policies, risks);
        KafkaEventPublisher publisher =
                lifecycle.start("publisher", () -> KafkaEventPublisher.create(kafka, metrics.registry()));
        RecallConfig recall = config.get(RecallConfig.SECTION);
        ScanApiParts parts = ScanApiParts.of(
                        judge,
                        publisher,
                        startTaints(kafka, recall),
                        new CallDigests(masterKey),
                        new AgentSecrets(masterKey),
                        logs,
                        metrics,
                        readiness)
                .with(new PolicyDesk(policies, InstantSource.system()))
                .with(startCases(kafka, risks))
                .with(new PeopleParts(
                        config.get(ConsoleConfig.SECTION),
                        config.get(OidcConfig.SECTION),
                        config.get(RemoteConfig.SECTION),
                        HmacKey.of(masterKey)));
        return lifecycle.start(
                "scan-api", () -> ScanApi.start(settings, config.get(ApprovalConfig.SECTION), recall, parts));
    }

    /** Agents and incidents; the correlator's alerts open some of these. */
    private CaseParts startCases(KafkaConnection kafka, NodeRisks risks) {
        return new CaseParts(
                config.get(AgentConfig.SECTION),
                config.get(IncidentConfig.SECTION),
                lifecycle.start("alert-feed", () -> KafkaAlertFeed.create(kafka, metrics.registry())),
                new KafkaAlertHistory(kafka),
                risks.habits(),
                risks.budgets(),
                exports(kafka),
                adviser(),
                startNotifier(),
                tickets());
    }

    /** The webhook, if there is one. */
    private Notifier startNotifier() {
        WebhookConfig webhook = config.get(WebhookConfig.SECTION);
        return webhook.isOn()
                ? lifecycle.start("webhook", () -> Webhook.start(webhook, InstantSource.system(), metrics.registry()))
                : Notifier.NONE;
    }

    /** Where tickets are opened, if anywhere. */
    private TicketSystem tickets() {
        TicketConfig tickets = config.get(TicketConfig.SECTION);
        return tickets.isOn() ? new TicketHook(tickets, InstantSource.system(), metrics.registry()) : TicketSystem.NONE;
    }

    /** The judge model, if there is one. */
    private Adviser adviser() {
        JudgeConfig judge = config.get(JudgeConfig.SECTION);
        return judge.isOn() ? new ModelAdviser(judge, metrics.registry()) : Adviser.NONE;
    }

    /** What was decided, as other systems read it. */
    private static DecisionExports exports(KafkaConnection kafka) {
        OcsfApiActivity mapper = new OcsfApiActivity(Build.version());
        return new DecisionExports(new KafkaDecisionHistory(kafka), (format, made, place) -> {
            RecordOrigin origin = new RecordOrigin(place.topic(), place.partition(), place.offset());
            return SiemFormat.valueOf(format.name()).write(Json.mapper().valueToTree(mapper.of(made, origin)));
        });
    }

    /** What the risk engines know: habits and budgets of agents, and the operator's feeds of threats. */
    private NodeRisks startRisks(SharedLogs logs) {
        RiskConfig settings = config.get(RiskConfig.SECTION);
        Duration period = Duration.ofMillis(settings.pollMillis());
        ThreatWatch feeds =
                lifecycle.start("feeds", () -> ThreatWatch.start(settings.feeds(folder), period, metrics.registry()));
        DailyBudgets budgets = lifecycle.start(
                "budgets",
                () -> DailyBudgets.open(
                        config.get(AgentConfig.SECTION).dailyBudgets(),
                        logs,
                        UUID.randomUUID().toString()));
        return new NodeRisks(new Habits(settings.sensitivity(), metrics.registry()), feeds, budgets);
    }

    private TaintPorts startTaints(KafkaConnection kafka, RecallConfig recall) {
        return new TaintPorts(
                lifecycle.start("taints", () -> KafkaTaintPublisher.create(kafka, metrics.registry())),
                lifecycle.start("taint-feed", () -> KafkaTaintFeed.create(kafka, recall.window(), metrics.registry())),
                lifecycle.start("archive", () -> KafkaEventArchive.create(kafka)));
    }

    /** The rules that are set, and watched for changes where a directory of them is. */
    private SearchSource startRules(byte[] masterKey) {
        RulesConfig rules = config.get(RulesConfig.SECTION);
        RuleChoice choice = rules.choice();
        if (choice.directory() == null) {
            return LoadedRules.read(choice, masterKey);
        }
        Duration period = Duration.ofMillis(rules.pollMillis());
        return lifecycle.start("rules", () -> RuleWatch.start(choice, period, masterKey, metrics.registry()));
    }

    /** The policies of the operator, watched for changes. */
    private PolicyWatch startPolicies() {
        PoliciesConfig policies = config.get(PoliciesConfig.SECTION);
        Duration period = Duration.ofMillis(policies.pollMillis());
        return lifecycle.start(
                "policies", () -> PolicyWatch.start(policies.choice(folder), period, metrics.registry()));
    }
}
