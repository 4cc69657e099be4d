package io.weir.edge.envoy;

import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.Mode;
import io.weir.edge.envoy.wire.BodyMode;
import io.weir.edge.response.ReportLimits;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.util.List;

/**
 * Settings of the edge that Envoy asks.
 *
 * @param enabled whether it listens at all
 * @param listen where it listens, and with which certificate
 * @param mode what it does with decisions
 * @param failMode what it does without a decision
 * @param tokens one of which Envoy must show; empty if none need be
 * @param calls what it takes
 * @param guardsResponses whether it also does what the scan API decides on responses
 * @param report how much of a response is reported
 */
public record EnvoyConfig(
        boolean enabled,
        Listen listen,
        Mode mode,
        FailMode failMode,
        List<Secret> tokens,
        Calls calls,
        boolean guardsResponses,
        ReportLimits report) {

    /**
     * Where the edge listens.
     *
     * @param host address to bind
     * @param port port to bind; 0 takes a free one
     * @param certificate PEM file of the certificate chain; empty to speak without TLS
     * @param key PEM file of its private key
     * @param clientAuthorities PEM file of those that clients' certificates must be signed by; empty to ask for none
     */
    public record Listen(String host, int port, String certificate, String key, String clientAuthorities) {}

    /**
     * What the edge takes.
     *
     * @param bytesMax largest body of a call, in bytes; larger ones cannot be scanned
     * @param countMax calls under way at once; more are refused
     * @param assumed how bodies come where Envoy does not say so
     * @param partialPermitted whether a call may pass of which Envoy shows the beginning of the body only
     */
    public record Calls(int bytesMax, int countMax, Assumed assumed, boolean partialPermitted) {}

    /** How bodies come where Envoy does not say so. */
    public enum Assumed {
        /** Not known: what has a body is refused. */
        NONE,
        /** Whole. */
        BUFFERED,
        /** Piece by piece, and back again. */
        FULL_DUPLEX_STREAMED;

        BodyMode mode() {
            return BodyMode.valueOf(name());
        }
    }

    private static final int BODY_BYTES_MAX = 1 << 28;

    private static final ConfigKey<Boolean> ENABLED = ConfigKey.of(
            "enabled",
            ConfigType.FLAG,
            false,
            "Whether an Envoy can ask for decisions by gRPC (ext_authz and ext_proc).");
    private static final ConfigKey<String> HOST =
            ConfigKey.of("host", ConfigType.TEXT, "127.0.0.1", "Address that it asks at.");
    private static final ConfigKey<Integer> PORT =
            ConfigKey.of("port", ConfigType.integer(0, 65_535), 4102, "Port that it asks at; 0 takes a free one.");
    private static final ConfigKey<String> CERTIFICATE = ConfigKey.of(
            "certificate", ConfigType.TEXT, "", "PEM file of this edge's certificate chain; empty speaks without TLS.");
    private static final ConfigKey<String> PRIVATE_KEY =
            ConfigKey.of("private_key", ConfigType.TEXT, "", "PEM file of the certificate's private key (PKCS 8).");
    private static final ConfigKey<String> CLIENT_AUTHORITIES = ConfigKey.of(
            "client_authorities",
            ConfigType.TEXT,
            "",
            "PEM file of authorities that must have signed Envoy's own certificate; empty asks for none.");
    private static final ConfigKey<Mode> MODE = ConfigKey.of(
            "mode",
            ConfigType.choice(Mode.class),
            Mode.ENFORCE,
            "Whether decisions are enforced, or every call passes and the decision is only reported.");
    private static final ConfigKey<FailMode> FAIL_MODE = ConfigKey.of(
            "fail_mode",
            ConfigType.choice(FailMode.class),
            FailMode.CLOSED,
            "Whether calls are held back (closed) or pass unscanned (open) while the scan API does not answer.");
    private static final ConfigKey<List<Secret>> TOKENS = ConfigKey.of(
            "tokens",
            ConfigType.SECRETS,
            List.of(),
            "Envoy must show one of these, as initial metadata x-weir-gateway-token; empty asks for none.");
    private static final ConfigKey<Integer> CALL_BYTES_MAX = ConfigKey.of(
            "call_bytes_max",
            ConfigType.integer(1, BODY_BYTES_MAX),
            200 << 10,
            "Largest body of a call, in bytes. The scan API's own limit must leave room for its JSON form.");
    private static final ConfigKey<Integer> CALLS_MAX = ConfigKey.of(
            "calls_max", ConfigType.integer(1, 100_000), 512, "Calls under way at once; more get status 503.");
    private static final ConfigKey<Assumed> BODY_MODE = ConfigKey.of(
            "body_mode",
            ConfigType.choice(Assumed.class),
            Assumed.NONE,
            "How bodies come to ext_proc from a proxy that does not say so: whole (buffered), piece by piece"
                    + " (full_duplex_streamed), or unknown (none; what has a body is refused).");
    private static final ConfigKey<Boolean> PARTIAL_PERMITTED = ConfigKey.of(
            "partial_bodies_permitted",
            ConfigType.FLAG,
            false,
            "Whether ext_authz lets a call pass of which Envoy has shown the beginning of the body only.");
    private static final ConfigKey<Boolean> GUARD_RESPONSES = ConfigKey.of(
            "guard_responses",
            ConfigType.FLAG,
            false,
            "Whether ext_proc redacts or holds back a response where the scan API says so; otherwise it is reported"
                    + " only.");

    /** The settings under {@code envoy}. */
    public static final ConfigSection<EnvoyConfig> SECTION = new ConfigSection<>(
            "envoy",
            List.of(
                    ENABLED,
                    HOST,
                    PORT,
                    CERTIFICATE,
                    PRIVATE_KEY,
                    CLIENT_AUTHORITIES,
                    MODE,
                    FAIL_MODE,
                    TOKENS,
                    CALL_BYTES_MAX,
                    CALLS_MAX,
                    BODY_MODE,
                    PARTIAL_PERMITTED,
                    GUARD_RESPONSES,
                    ReportLimits.WINDOW_BYTES,
                    ReportLimits.TOTAL_BYTES),
            values -> new EnvoyConfig(
                    values.get(ENABLED),
                    new Listen(
                            values.get(HOST),
                            values.get(PORT),
                            values.get(CERTIFICATE),
                            values.get(PRIVATE_KEY),
                            values.get(CLIENT_AUTHORITIES)),
                    values.get(MODE),
                    values.get(FAIL_MODE),
                    values.get(TOKENS),
                    new Calls(
                            values.get(CALL_BYTES_MAX),
                            values.get(CALLS_MAX),
                            values.get(BODY_MODE),
                            values.get(PARTIAL_PERMITTED)),
                    values.get(GUARD_RESPONSES),
                    new ReportLimits(
                            values.get(ReportLimits.WINDOW_BYTES),
                            values.get(ReportLimits.TOTAL_BYTES),
                            ReportLimits.OVERLAP_UNITS)));

    /** Copies the list. */
    public EnvoyConfig {
        tokens = List.copyOf(tokens);
        if (listen.certificate().isEmpty() != listen.key().isEmpty()
                || (listen.certificate().isEmpty()
                        && !listen.clientAuthorities().isEmpty())) {
            throw new IllegalArgumentException(
                    "certificate and private_key belong together, and client_authorities needs both");
        }
    }

    /** Whether what is decided on responses is carried out. */
    boolean guards() {
        return guardsResponses && mode == Mode.ENFORCE;
    }

    /** Whether a response may be handed on that could not be reported. */
    boolean mayGoUnreported() {
        return mode == Mode.MONITOR || failMode == FailMode.OPEN;
    }
}
