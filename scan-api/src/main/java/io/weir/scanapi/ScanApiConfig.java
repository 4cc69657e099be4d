package io.weir.scanapi;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.access.Loopback;
import io.weir.scanapi.limit.LimitDefaults;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operator can set about the scan API.
 *
 * @param host address to listen on
 * @param port TCP port; 0 takes a free one
 * @param keys scanning keys as {@code tenant:key}; none on loopback means open mode
 * @param adminToken the operator's token, or none
 * @param scansPerMinute calls a minute of a key that has no number of its own, 0 for any
 * @param scansPerMonth calls a month of a key that has no number of its own, 0 for any
 * @param allowedHosts further names under which the API may be asked for
 * @param environment environment of calls that name none
 * @param bodyBytesMax largest request body
 * @param bodyMillisMax how long a request body may take to come in
 * @param requestsMax requests at work at once
 * @param sessionsMax sessions whose state is kept
 * @param sessionBytesMax memory for the state of all sessions
 * @param callsMax calls whose responses are awaited
 * @param publishMillisMax how long an answer waits for its event to be stored
 * @param warmUpCalls invented calls that are judged before the port opens, at most
 * @param warmUpMillisMax thread time that they may take
 */
public record ScanApiConfig(
        String host,
        int port,
        List<Secret> keys,
        Secret adminToken,
        int scansPerMinute,
        int scansPerMonth,
        List<String> allowedHosts,
        String environment,
        int bodyBytesMax,
        int bodyMillisMax,
        int requestsMax,
        int sessionsMax,
        long sessionBytesMax,
        int callsMax,
        int publishMillisMax,
        int warmUpCalls,
        int warmUpMillisMax) {

    private static final long USAGE_TELL_MILLIS = 10_000;

    private static final ConfigKey<String> HOST =
            ConfigKey.of("host", ConfigType.TEXT, "127.0.0.1", "Address to listen on.");
    private static final ConfigKey<Integer> PORT =
            ConfigKey.of("port", ConfigType.integer(0, 65_535), 4_000, "TCP port; 0 takes a free one.");
    private static final ConfigKey<List<Secret>> KEYS = ConfigKey.of(
            "keys",
            ConfigType.SECRETS,
            List.of(),
            "Scanning keys as `tenant:key`; without them everybody on loopback may scan.");
    private static final ConfigKey<Secret> ADMIN_TOKEN = ConfigKey.of(
            "admin_token",
            ConfigType.SECRET,
            Secret.NONE,
            "Token of the operator, who may do everything for every tenant; `weir up` makes one if none is set.");
    private static final ConfigKey<Integer> SCANS_PER_MINUTE = ConfigKey.of(
            "scans_per_minute",
            ConfigType.integer(0, 1_000_000_000),
            0,
            "Calls a minute that a key may have judged by one node if it has no number of its own; twice as many at"
                    + " once after a pause, 0 for any number.");
    private static final ConfigKey<Integer> SCANS_PER_MONTH = ConfigKey.of(
            "scans_per_month",
            ConfigType.integer(0, 1_000_000_000),
            0,
            "Calls a month that a key may have judged by all nodes if it has no number of its own; 0 for any number.");
    private static final ConfigKey<List<String>> ALLOWED_HOSTS = ConfigKey.of(
            "allowed_hosts",
            ConfigType.LIST,
            List.of(),
            "Further names under which the API may be asked for; loopback names always may.");
    private static final ConfigKey<String> ENVIRONMENT =
            ConfigKey.of("environment", ConfigType.TEXT, "default", "Environment of calls that name none.");
    private static final ConfigKey<Integer> BODY_BYTES_MAX = ConfigKey.of(
            "body_bytes_max", ConfigType.integer(1_024, 16 << 20), 256 << 10, "Largest request body, in bytes.");
    private static final ConfigKey<Integer> BODY_MILLIS_MAX = ConfigKey.of(
            "body_millis_max",
            ConfigType.integer(10, 600_000),
            10_000,
            "How long a request body may take to come in, in milliseconds.");
    private static final ConfigKey<Integer> REQUESTS_MAX = ConfigKey.of(
            "requests_max", ConfigType.integer(1, 200), 128, "Requests at work at once; more are answered OVERLOADED.");
    private static final ConfigKey<Integer> SESSIONS_MAX = ConfigKey.of(
            "sessions_max",
            ConfigType.integer(1, 10_000_000),
            50_000,
            "Sessions whose state this node keeps; the one used longest ago goes first.");
    private static final ConfigKey<Long> SESSION_BYTES_MAX = ConfigKey.of(
            "session_bytes_max",
            ConfigType.wholeNumber(1 << 20, 1L << 40),
            256L << 20,
            "Memory for the state of all sessions, in bytes.");
    private static final ConfigKey<Integer> CALLS_MAX = ConfigKey.of(
            "calls_max",
            ConfigType.integer(1, 10_000_000),
            50_000,
            "Calls whose responses are awaited; the oldest goes first.");
    private static final ConfigKey<Integer> PUBLISH_MILLIS_MAX = ConfigKey.of(
            "publish_millis_max",
            ConfigType.integer(1, 60_000),
            5_000,
            "How long an answer waits for its event to be stored, in milliseconds.");
    private static final ConfigKey<Integer> WARM_UP_CALLS = ConfigKey.of(
            "warm_up_calls",
            ConfigType.integer(0, 100_000),
            2_000,
            "Invented calls that are judged before the port opens, at most, so that the first real ones are not slow.");
    private static final ConfigKey<Integer> WARM_UP_MILLIS_MAX = ConfigKey.of(
            "warm_up_millis_max",
            ConfigType.integer(0, 60_000),
            400,
            "Processor time that invented calls may take before the port opens, in milliseconds.");

    /** The section {@code scan_api}. */
    public static final ConfigSection<ScanApiConfig> SECTION = new ConfigSection<>(
            "scan_api",
            List.of(
                    HOST,
                    PORT,
                    KEYS,
                    ADMIN_TOKEN,
                    SCANS_PER_MINUTE,
                    SCANS_PER_MONTH,
                    ALLOWED_HOSTS,
                    ENVIRONMENT,
                    BODY_BYTES_MAX,
                    BODY_MILLIS_MAX,
                    REQUESTS_MAX,
                    SESSIONS_MAX,
                    SESSION_BYTES_MAX,
                    CALLS_MAX,
                    PUBLISH_MILLIS_MAX,
                    WARM_UP_CALLS,
                    WARM_UP_MILLIS_MAX),
            values -> new ScanApiConfig(
                    values.get(HOST),
                    values.get(PORT),
                    values.get(KEYS),
                    values.get(ADMIN_TOKEN),
                    values.get(SCANS_PER_MINUTE),
                    values.get(SCANS_PER_MONTH),
                    values.get(ALLOWED_HOSTS),
                    values.get(ENVIRONMENT),
                    values.get(BODY_BYTES_MAX),
                    values.get(BODY_MILLIS_MAX),
                    values.get(REQUESTS_MAX),
                    values.get(SESSIONS_MAX),
                    values.get(SESSION_BYTES_MAX),
                    values.get(CALLS_MAX),
                    values.get(PUBLISH_MILLIS_MAX),
                    values.get(WARM_UP_CALLS),
                    values.get(WARM_UP_MILLIS_MAX)));

    /** Checks what goes together. */
    public ScanApiConfig {
        keys = List.copyOf(keys);
        allowedHosts = List.copyOf(allowedHosts);
        keys.forEach(ApiKey::parse);
        if (!adminToken.isEmpty()) {
            ApiKey.operator(adminToken);
        }
        if (keys.isEmpty() && adminToken.isEmpty() && !Loopback.isLoopback(host)) {
            throw new IllegalArgumentException("host " + host
                    + " can be reached from other machines, so keys are needed; set keys, or admin_token to make keys"
                    + " with, or listen on 127.0.0.1");
        }
    }

    /** The same, with another operator's token. */
    public ScanApiConfig withAdminToken(Secret token) {
        return new ScanApiConfig(
                host,
                port,
                keys,
                token,
                scansPerMinute,
                scansPerMonth,
                allowedHosts,
                environment,
                bodyBytesMax,
                bodyMillisMax,
                requestsMax,
                sessionsMax,
                sessionBytesMax,
                callsMax,
                publishMillisMax,
                warmUpCalls,
                warmUpMillisMax);
    }

    /** Whether requests are checked for the host that they ask for. */
    boolean guardsHosts() {
        return Loopback.isLoopback(host) || !allowedHosts.isEmpty();
    }

    /** What holds for keys that have no limits of their own. */
    LimitDefaults limitDefaults() {
        return new LimitDefaults(scansPerMinute, scansPerMonth, USAGE_TELL_MILLIS);
    }

    /** Whether anybody may scan without a key. */
    boolean isOpen() {
        return keys.isEmpty() && Loopback.isLoopback(host);
    }

    /** The keys, as they are compared. */
    List<ApiKey> apiKeys() {
        Stream<ApiKey> operator = adminToken.isEmpty() ? Stream.empty() : Stream.of(ApiKey.operator(adminToken));
        return Stream.concat(keys.stream().map(ApiKey::parse), operator).toList();
    }
}
