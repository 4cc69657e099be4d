package io.weir.launcher.config;

import io.weir.engine.redact.RedactionPolicy;
import io.weir.engine.redact.RedactionPolicyText;
import io.weir.engine.settings.ClassWeights;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.settings.RiskWeights;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/** Settings of judgement, read into the engine's own record. */
public final class EngineConfig {

    private static final ConfigKey<List<String>> INTERNAL_DESTINATIONS = ConfigKey.of(
            "internal_destinations",
            ConfigType.LIST,
            EngineSettings.DEFAULT.internalDestinations(),
            "Hosts, host:port pairs and mail domains of the operator; a leading dot covers sub-domains.");
    private static final ConfigKey<List<String>> KNOWN_DESTINATIONS = ConfigKey.of(
            "known_destinations",
            ConfigType.LIST,
            EngineSettings.DEFAULT.knownDestinations(),
            "Outside parties that data may go to, in the same form.");
    private static final ConfigKey<RedactionPolicy> REDACTION = ConfigKey.of(
            "redaction",
            new ConfigType<>(RedactionPolicyText.FORM, RedactionPolicyText::parse, RedactionPolicyText::write),
            EngineSettings.DEFAULT.redaction(),
            "What stands in the place of values: `label`, `mask` (last four), `token` (joins still work), `synthetic`"
                    + " or `sealed` (can be restored), by kind of value, else by data class, else for `all`.");
    private static final ConfigKey<Integer> WEIGHT_SECRETS = ConfigKey.of(
            "weight_secrets",
            ConfigType.integer(0, 100),
            ClassWeights.DEFAULT.secrets(),
            "What a finding of credentials weighs in the risk score, in percent.");
    private static final ConfigKey<Integer> WEIGHT_PHI = ConfigKey.of(
            "weight_phi",
            ConfigType.integer(0, 100),
            ClassWeights.DEFAULT.phi(),
            "What a finding of health data weighs in the risk score, in percent.");
    private static final ConfigKey<Integer> WEIGHT_PII = ConfigKey.of(
            "weight_pii",
            ConfigType.integer(0, 100),
            ClassWeights.DEFAULT.pii(),
            "What a finding of personal data weighs in the risk score, in percent.");
    private static final ConfigKey<Integer> WEIGHT_INTERNAL = ConfigKey.of(
            "weight_internal",
            ConfigType.integer(0, 100),
            ClassWeights.DEFAULT.internal(),
            "What a finding of internal phrases weighs in the risk score, in percent.");

    private static final ConfigKey<Integer> RISK_CLASSIFIER = ConfigKey.of(
            "risk_classifier",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.classifier(),
            "What sensitive data in a call weighs in the risk score, in percent; the five sum to 100.");
    private static final ConfigKey<Integer> RISK_CORRELATION = ConfigKey.of(
            "risk_correlation",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.correlation(),
            "What connections with earlier reads weigh in the risk score, in percent.");
    private static final ConfigKey<Integer> RISK_BASELINE = ConfigKey.of(
            "risk_baseline",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.baseline(),
            "What weighs in the risk score that a call is unlike the others of its agent, in percent.");
    private static final ConfigKey<Integer> RISK_THREAT_INTEL = ConfigKey.of(
            "risk_threat_intel",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.threatIntel(),
            "What feeds of threats weigh in the risk score, in percent.");
    private static final ConfigKey<Integer> RISK_SEMANTIC = ConfigKey.of(
            "risk_semantic",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.semantic(),
            "What the judge model weighs in the risk score, in percent.");
    private static final ConfigKey<Integer> BAND_MEDIUM = ConfigKey.of(
            "band_medium",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.medium(),
            "Where the risk band MEDIUM begins, in percent.");
    private static final ConfigKey<Integer> BAND_HIGH = ConfigKey.of(
            "band_high",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.high(),
            "Where the risk band HIGH begins, in percent.");
    private static final ConfigKey<Integer> BAND_CRITICAL = ConfigKey.of(
            "band_critical",
            ConfigType.integer(0, 100),
            RiskWeights.DEFAULT.critical(),
            "Where the risk band CRITICAL begins, in percent.");

    /** The settings under {@code engine}. */
    public static final ConfigSection<EngineSettings> SECTION = new ConfigSection<>(
            "engine",
            List.of(
                    INTERNAL_DESTINATIONS,
                    KNOWN_DESTINATIONS,
                    REDACTION,
                    WEIGHT_SECRETS,
                    WEIGHT_PHI,
                    WEIGHT_PII,
                    WEIGHT_INTERNAL,
                    RISK_CLASSIFIER,
                    RISK_CORRELATION,
                    RISK_BASELINE,
                    RISK_THREAT_INTEL,
                    RISK_SEMANTIC,
                    BAND_MEDIUM,
                    BAND_HIGH,
                    BAND_CRITICAL),
            values -> new EngineSettings(
                    values.get(INTERNAL_DESTINATIONS),
                    values.get(KNOWN_DESTINATIONS),
                    values.get(REDACTION),
                    new ClassWeights(
                            values.get(WEIGHT_SECRETS),
                            values.get(WEIGHT_PHI),
                            values.get(WEIGHT_PII),
                            values.get(WEIGHT_INTERNAL)),
                    new RiskWeights(
                            values.get(RISK_CLASSIFIER),
                            values.get(RISK_CORRELATION),
                            values.get(RISK_BASELINE),
                            values.get(RISK_THREAT_INTEL),
                            values.get(RISK_SEMANTIC),
                            values.get(BAND_MEDIUM),
                            values.get(BAND_HIGH),
                            values.get(BAND_CRITICAL))));

    private EngineConfig() {}
}
