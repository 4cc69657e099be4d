package io.weir.launcher.replay;

import io.weir.engine.decide.Decider;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.engine.settings.EngineSettings;
import io.weir.launcher.config.EngineConfig;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.launcher.config.PoliciesConfig;
import io.weir.launcher.config.RulesConfig;
import io.weir.launcher.config.Settings;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyFolder;
import io.weir.scanapi.rules.LoadedRules;
import io.weir.scanapi.rules.RuleChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a replay judges by: settings of a file, else the defaults. The environment is left out, so that equal arguments
 * give equal reports. Without a configured key a fixed one serves, which is no secret.
 */
record ReplaySettings(Config config) {

    private static final byte[] KEY = "weir replay, no secret".getBytes(StandardCharsets.US_ASCII);

    /**
     * The settings of a file, or the defaults where there is none.
     *
     * @throws io.weir.platform.config.ConfigException if the settings cannot be used
     */
    static ReplaySettings read(@Nullable Path file) {
        ConfigSource source =
                file == null ? ConfigSource.empty() : ConfigSource.empty().withFile(file);
        return new ReplaySettings(source.read(Settings.SECTIONS));
    }

    /**
     * The policies of a directory, or of one file, for each tenant; none where there is no directory.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    PolicySource policies(@Nullable Path place) throws IOException {
        if (place == null) {
            return PolicySource.NONE;
        }
        PoliciesConfig read = config.get(PoliciesConfig.SECTION);
        try {
            return Files.isDirectory(place) ? folder(place, read) : file(place, read);
        } catch (PolicyFileException e) {
            throw new IllegalArgumentException(
                    e.problems().stream().map(PolicyProblem::line).collect(Collectors.joining(System.lineSeparator())),
                    e);
        }
    }

    private static PolicySource folder(Path folder, PoliciesConfig read) throws IOException {
        PolicyFolder.Loaded loaded =
                PolicyFolder.read(new PolicyChoice(folder, read.precedence(), read.foreign(), Map.of()));
        return loaded::of;
    }

    private static PolicySource file(Path file, PoliciesConfig read) throws IOException {
        List<Policy> policies =
                PolicyFolder.readTop(file, read.foreign(), Map.of()).policies();
        ActivePolicies active = new ActivePolicies(new PolicySet(policies, read.precedence()), null);
        return tenant -> active;
    }

    /** Decides on records, whose findings are given. */
    Decider decider() {
        EngineSettings engine = config.get(EngineConfig.SECTION);
        return new Decider(engine.classWeights(), engine.riskWeights());
    }

    /** Rules that raw content is searched with. */
    RuleChoice rules() {
        return config.get(RulesConfig.SECTION).choice();
    }

    /**
     * Judges raw content.
     *
     * @throws io.weir.scanapi.rules.RulesUnusable if the rules cannot be used
     */
    InlineJudge judge(RuleChoice rules, PolicySource policies) {
        byte[] key = MasterKey.of(config.get(FingerprintConfig.SECTION), () -> KEY);
        return InlineJudge.create(
                config.get(EngineConfig.SECTION), key, LoadedRules.read(rules, key), policies, RiskSources.NONE);
    }
}
