package io.weir.client;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where the scan API is and how long to wait for it.
 *
 * @param url base URL, {@code http} or {@code https}, without {@code /v1}
 * @param apiKey sent as a bearer token; {@link Secret#NONE} sends none
 * @param connectMillis longest wait for a connection
 * @param answerMillis longest wait for a whole answer, connection included
 * @param answerBytesMax largest answer that is read
 */
public record ScanClientConfig(URI url, Secret apiKey, int connectMillis, int answerMillis, int answerBytesMax) {

    private static final int HOUR_MILLIS = 3_600_000;

    private static final ConfigKey<String> URL =
            ConfigKey.of("url", ConfigType.TEXT, "http://127.0.0.1:4000", "Base URL of the scan API.");
    private static final ConfigKey<Secret> API_KEY =
            ConfigKey.of("api_key", ConfigType.SECRET, Secret.NONE, "Key that is sent to the scan API.");
    private static final ConfigKey<Integer> CONNECT_MILLIS =
            ConfigKey.of("connect_millis", ConfigType.integer(1, HOUR_MILLIS), 2_000, "Longest wait for a connection.");
    private static final ConfigKey<Integer> ANSWER_MILLIS = ConfigKey.of(
            "answer_millis", ConfigType.integer(1, HOUR_MILLIS), 10_000, "Longest wait for a whole answer.");
    private static final ConfigKey<Integer> ANSWER_BYTES_MAX = ConfigKey.of(
            "answer_bytes_max", ConfigType.integer(1_024, 1 << 28), 4 << 20, "Largest answer that is read, in bytes.");

    /** The settings under {@code scan_client}. */
    public static final ConfigSection<ScanClientConfig> SECTION = new ConfigSection<>(
            "scan_client",
            List.of(URL, API_KEY, CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_BYTES_MAX),
            values -> new ScanClientConfig(
                    baseUrl(values.get(URL)),
                    values.get(API_KEY),
                    values.get(CONNECT_MILLIS),
                    values.get(ANSWER_MILLIS),
                    values.get(ANSWER_BYTES_MAX)));

    /**
     * The base URL in a text.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL, or has a query
     */
    public static URI baseUrl(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("url must look like http://host:port");
        }
        return url;
    }

    /** The same with another address. */
    public ScanClientConfig withUrl(URI otherUrl) {
        return new ScanClientConfig(otherUrl, apiKey, connectMillis, answerMillis, answerBytesMax);
    }

    /** The same with another key. */
    public ScanClientConfig withApiKey(Secret otherKey) {
        return new ScanClientConfig(url, otherKey, connectMillis, answerMillis, answerBytesMax);
    }
}
