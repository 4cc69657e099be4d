package io.weir.launcher.config;

import io.weir.engine.redact.RedactionPolicy;
import io.weir.engine.redact.RedactionPolicyText;
import io.weir.engine.settings.ClassWeights;
import io.weir.engine.settings.EngineSettings;
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
            "What stands in the place of values: `label`, `mask` (last four), `token` (joins still work), `synthetic` or"
                    + " `sealed` (can be restored), by kind of value, else by data class, else for `all`.");
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
                    WEIGHT_INTERNAL),
            values -> new EngineSettings(
                    values.get(INTERNAL_DESTINATIONS),
                    values.get(KNOWN_DESTINATIONS),
                    values.get(REDACTION),
                    new ClassWeights(
                            values.get(WEIGHT_SECRETS),
                            values.get(WEIGHT_PHI),
                            values.get(WEIGHT_PII),
                            values.get(WEIGHT_INTERNAL))));

    private EngineConfig() {}
}
