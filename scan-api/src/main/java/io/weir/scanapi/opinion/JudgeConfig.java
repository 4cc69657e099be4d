package io.weir.scanapi.opinion;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.net.URI;
import java.util.List;

/**
 * What an operator can set about the judge model.
 *
 * @param url base URL of an OpenAI-compatible API; empty for no judge
 * @param model name of the model
 * @param key API key, or none
 * @param timeoutMillis how long an answer may take
 * @param threshold confidence, in hundredths, below which people decide
 * @param atOnceMax questions under way at once
 */
public record JudgeConfig(String url, String model, Secret key, int timeoutMillis, int threshold, int atOnceMax) {

    private static final ConfigKey<String> URL = ConfigKey.of(
            "url",
            new ConfigType<>("URL", JudgeConfig::checked, text -> text),
            "",
            "Base URL of an OpenAI-compatible API, such as `http://127.0.0.1:8000/v1`; empty for no judge. It gets"
                    + " redacted arguments of calls.");
    private static final ConfigKey<String> MODEL =
            ConfigKey.of("model", ConfigType.TEXT, "", "Name of the judge model.");
    private static final ConfigKey<Secret> KEY =
            ConfigKey.of("key", ConfigType.SECRET, Secret.NONE, "API key of the judge model, if it needs one.");
    private static final ConfigKey<Integer> TIMEOUT_MILLIS = ConfigKey.of(
            "timeout_millis",
            ConfigType.integer(100, 120_000),
            5_000,
            "How long the judge model may take, in milliseconds; then people decide.");
    private static final ConfigKey<Integer> THRESHOLD = ConfigKey.of(
            "threshold",
            ConfigType.integer(0, 100),
            70,
            "Confidence of the judge model, in hundredths, below which people decide.");
    private static final ConfigKey<Integer> AT_ONCE_MAX = ConfigKey.of(
            "at_once_max",
            ConfigType.integer(1, 1_000),
            8,
            "Questions to the judge model under way at once; beyond that people decide.");

    /** The section {@code judge}. */
    public static final ConfigSection<JudgeConfig> SECTION = new ConfigSection<>(
            "judge",
            List.of(URL, MODEL, KEY, TIMEOUT_MILLIS, THRESHOLD, AT_ONCE_MAX),
            values -> new JudgeConfig(
                    values.get(URL),
                    values.get(MODEL),
                    values.get(KEY),
                    values.get(TIMEOUT_MILLIS),
                    values.get(THRESHOLD),
                    values.get(AT_ONCE_MAX)));

    private static String checked(String text) {
        URI uri = URI.create(text);
        if (!text.isEmpty()
                && (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http"))) {
            throw new IllegalArgumentException("must be an http or https URL");
        }
        return text;
    }

    /** Whether there is a judge. */
    public boolean isOn() {
        return !url.isEmpty();
    }
}
