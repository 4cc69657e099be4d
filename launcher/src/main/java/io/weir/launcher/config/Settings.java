package io.weir.launcher.config;

import io.weir.client.ScanClientConfig;
import io.weir.correlator.CorrelatorConfig;
import io.weir.correlator.push.SiemConfig;
import io.weir.edge.envoy.EnvoyConfig;
import io.weir.edge.gateway.ForwardConfig;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.hook.HookConfig;
import io.weir.edge.inbound.InboundConfig;
import io.weir.edge.mcp.McpConfig;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigSource;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.agent.AgentConfig;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.console.ConsoleConfig;
import io.weir.scanapi.incident.IncidentConfig;
import io.weir.scanapi.notice.TicketConfig;
import io.weir.scanapi.notice.WebhookConfig;
import io.weir.scanapi.oidc.OidcConfig;
import io.weir.scanapi.opinion.JudgeConfig;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.remote.RemoteConfig;
import io.weir.scanapi.risk.RiskConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All settings there are. Every process knows all of them, so one file or environment serves the whole fleet. */
public final class Settings {

    /** Every section, in the order of the documentation. */
    public static final List<ConfigSection<?>> SECTIONS = List.of(
            KafkaConfig.SECTION,
            FingerprintConfig.SECTION,
            EngineConfig.SECTION,
            RulesConfig.SECTION,
            PoliciesConfig.SECTION,
            ScanApiConfig.SECTION,
            ApprovalConfig.SECTION,
            ConsoleConfig.SECTION,
            OidcConfig.SECTION,
            RemoteConfig.SECTION,
            AgentConfig.SECTION,
            IncidentConfig.SECTION,
            RiskConfig.SECTION,
            JudgeConfig.SECTION,
            WebhookConfig.SECTION,
            TicketConfig.SECTION,
            RecallConfig.SECTION,
            CorrelatorConfig.SECTION,
            SiemConfig.SECTION,
            ScanClientConfig.SECTION,
            GatewayConfig.SECTION,
            ForwardConfig.SECTION,
            InboundConfig.SECTION,
            HookConfig.SECTION,
            EnvoyConfig.SECTION,
            McpConfig.SECTION,
            OperationsConfig.SECTION);

    private Settings() {}

    /** The environment of this process, over a file if there is one. */
    public static ConfigSource source(@Nullable Path file) {
        ConfigSource environment = ConfigSource.empty().withEnvironment(System.getenv());
        return file == null ? environment : environment.withFile(file);
    }
}
