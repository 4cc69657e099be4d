package io.weir.edge.gateway;

import io.weir.edge.call.RouteRule;
import io.weir.edge.call.UpstreamRules;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.Mode;
import io.weir.edge.response.ReportLimits;
import io.weir.edge.upstream.AddressGuard;
import io.weir.edge.upstream.UpstreamSettings;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of the HTTP gateway.
 *
 * @param listen where it listens
 * @param mode what it does with decisions
 * @param failModes what it does without a decision
 * @param guard on which routes decisions on responses are carried out
 * @param tokens one of which each call must carry; empty if none need be
 * @param callBytesMax largest body of a call, in bytes; larger ones cannot be scanned
 * @param callsMax calls that are handled at once; more are refused
 * @param upstreams how upstreams are called, and which
 * @param report how much of a response is reported
 * @param holdMillis longest time that a piece of a response waits for the rest of its part
 */
public record GatewayConfig(
        Listen listen,
        Mode mode,
        FailModes failModes,
        ResponseGuard guard,
        List<Secret> tokens,
        int callBytesMax,
        int callsMax,
        Upstreams upstreams,
        ReportLimits report,
        int holdMillis) {

    /**
     * Where a server listens.
     *
     * @param host address to bind
     * @param port port to bind; 0 takes a free one
     */
    public record Listen(String host, int port) {}

    /**
     * How upstreams are called.
     *
     * @param rules which may be called
     * @param privatePermitted those that may be called although their addresses are not public
     * @param authorities file of certificates that are trusted besides those of the JDK; empty for none
     * @param connectMillis longest wait for a connection
     * @param idleMillis longest silence of an upstream
     */
    public record Upstreams(
            UpstreamRules rules, List<String> privatePermitted, String authorities, int connectMillis, int idleMillis) {

        /** How they are reached, with so many connections to one at most. */
        public UpstreamSettings settings(int connectionsMax) {
            return new UpstreamSettings(
                    connectMillis,
                    idleMillis,
                    connectionsMax,
                    AddressGuard.permitting(privatePermitted),
                    authorities.isEmpty() ? null : Path.of(authorities));
        }
    }

    private static final int HOUR_MILLIS = 3_600_000;
    private static final int BODY_BYTES_MAX = 1 << 28;

    private static final ConfigKey<String> HOST =
            ConfigKey.of("host", ConfigType.TEXT, "127.0.0.1", "Address that the gateway listens on.");
    private static final ConfigKey<Integer> PORT =
            ConfigKey.of("port", ConfigType.integer(0, 65_535), 4100, "Port of the gateway; 0 takes a free one.");
    private static final ConfigKey<Mode> MODE = ConfigKey.of(
            "mode",
            ConfigType.choice(Mode.class),
            Mode.ENFORCE,
            "Whether decisions are enforced, or every call is forwarded and the decision only reported.");
    private static final ConfigKey<FailMode> FAIL_MODE = ConfigKey.of(
            "fail_mode",
            ConfigType.choice(FailMode.class),
            FailMode.CLOSED,
            "Whether calls are held back (closed) or forwarded unscanned (open) while the scan API does not answer.");
    private static final ConfigKey<List<String>> FAIL_CLOSED_ROUTES = ConfigKey.of(
            "fail_closed_routes",
            ConfigType.LIST,
            List.of(),
            "Routes that fail closed whatever fail_mode says: host, host:port or .domain, and a path if need be.");
    private static final ConfigKey<List<String>> FAIL_OPEN_ROUTES = ConfigKey.of(
            "fail_open_routes",
            ConfigType.LIST,
            List.of(),
            "Routes that fail open whatever fail_mode says, in the same form; fail_closed_routes goes before.");
    private static final ConfigKey<List<Secret>> TOKENS = ConfigKey.of(
            "tokens",
            ConfigType.SECRETS,
            List.of(),
            "Each call must carry one of these, in X-Weir-Gateway-Token or as the password in Proxy-Authorization;"
                    + " empty asks for none.");
    private static final ConfigKey<Integer> CALL_BYTES_MAX = ConfigKey.of(
            "call_bytes_max",
            ConfigType.integer(1, BODY_BYTES_MAX),
            200 << 10,
            "Largest body of a call, in bytes. The scan API's own limit must leave room for its JSON form.");
    private static final ConfigKey<Integer> CALLS_MAX = ConfigKey.of(
            "calls_max", ConfigType.integer(1, 10_000), 128, "Calls handled at once; more get status 503.");
    private static final ConfigKey<List<String>> UPSTREAMS_PERMITTED = ConfigKey.of(
            "upstreams_permitted",
            ConfigType.LIST,
            List.of(),
            "The only upstreams that may be called: host, host:port, or .domain; empty permits all.");
    private static final ConfigKey<List<String>> UPSTREAMS_DENIED = ConfigKey.of(
            "upstreams_denied", ConfigType.LIST, List.of(), "Upstreams that may not be called, in the same form.");
    private static final ConfigKey<List<String>> PRIVATE_UPSTREAMS_PERMITTED = ConfigKey.of(
            "private_upstreams_permitted",
            ConfigType.LIST,
            List.of(),
            "Networks, addresses or hosts that may be called although they are not on the open internet; addresses"
                    + " that give out a machine's credentials only one by one.");
    private static final ConfigKey<String> UPSTREAM_AUTHORITIES = ConfigKey.of(
            "upstream_authorities",
            ConfigType.TEXT,
            "",
            "PEM file of certificates that upstreams may be signed by besides those that the JDK trusts.");
    private static final ConfigKey<Integer> UPSTREAM_CONNECT_MILLIS = ConfigKey.of(
            "upstream_connect_millis",
            ConfigType.integer(1, HOUR_MILLIS),
            5_000,
            "Longest wait for a connection to an upstream.");
    private static final ConfigKey<Integer> UPSTREAM_IDLE_MILLIS = ConfigKey.of(
            "upstream_idle_millis",
            ConfigType.integer(1, HOUR_MILLIS),
            120_000,
            "Longest silence of an upstream before the call counts as failed.");
    private static final ConfigKey<Integer> HOLD_MILLIS = ConfigKey.of(
            "hold_millis",
            ConfigType.integer(1, 60_000),
            50,
            "Longest time that a piece of a response waits for more before it is reported and forwarded.");

    /** The settings under {@code gateway}. */
    public static final ConfigSection<GatewayConfig> SECTION = new ConfigSection<>(
            "gateway",
            List.of(
                    HOST,
                    PORT,
                    MODE,
                    FAIL_MODE,
                    FAIL_CLOSED_ROUTES,
                    FAIL_OPEN_ROUTES,
                    ResponseGuard.GUARD_RESPONSES,
                    ResponseGuard.GUARDED_ROUTES,
                    ResponseGuard.UNGUARDED_ROUTES,
                    TOKENS,
                    CALL_BYTES_MAX,
                    CALLS_MAX,
                    UPSTREAMS_PERMITTED,
                    UPSTREAMS_DENIED,
                    PRIVATE_UPSTREAMS_PERMITTED,
                    UPSTREAM_AUTHORITIES,
                    UPSTREAM_CONNECT_MILLIS,
                    UPSTREAM_IDLE_MILLIS,
                    ReportLimits.WINDOW_BYTES,
                    ReportLimits.TOTAL_BYTES,
                    HOLD_MILLIS),
            values -> new GatewayConfig(
                    new Listen(values.get(HOST), values.get(PORT)),
                    values.get(MODE),
                    new FailModes(
                            values.get(FAIL_MODE),
                            routes(values.get(FAIL_CLOSED_ROUTES)),
                            routes(values.get(FAIL_OPEN_ROUTES))),
                    new ResponseGuard(
                            values.get(ResponseGuard.GUARD_RESPONSES),
                            routes(values.get(ResponseGuard.GUARDED_ROUTES)),
                            routes(values.get(ResponseGuard.UNGUARDED_ROUTES))),
                    values.get(TOKENS),
                    values.get(CALL_BYTES_MAX),
                    values.get(CALLS_MAX),
                    new Upstreams(
                            new UpstreamRules(values.get(UPSTREAMS_PERMITTED), values.get(UPSTREAMS_DENIED)),
                            checked(values.get(PRIVATE_UPSTREAMS_PERMITTED)),
                            values.get(UPSTREAM_AUTHORITIES),
                            values.get(UPSTREAM_CONNECT_MILLIS),
                            values.get(UPSTREAM_IDLE_MILLIS)),
                    new ReportLimits(
                            values.get(ReportLimits.WINDOW_BYTES),
                            values.get(ReportLimits.TOTAL_BYTES),
                            ReportLimits.OVERLAP_UNITS),
                    values.get(HOLD_MILLIS)));

    /** The same on another port. */
    public GatewayConfig withPort(int port) {
        return new GatewayConfig(
                new Listen(listen.host(), port),
                mode,
                failModes,
                guard,
                tokens,
                callBytesMax,
                callsMax,
                upstreams,
                report,
                holdMillis);
    }

    private static List<RouteRule> routes(List<String> texts) {
        return texts.stream().map(RouteRule::parse).toList();
    }

    private static List<String> checked(List<String> privatePermitted) {
        AddressGuard.permitting(privatePermitted);
        return privatePermitted;
    }
}
