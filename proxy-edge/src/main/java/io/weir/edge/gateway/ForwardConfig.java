package io.weir.edge.gateway;

import io.weir.edge.call.HostPattern;
import io.weir.edge.call.UpstreamTarget;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of the gateway as the proxy of an agent's environment ({@code HTTP_PROXY}, {@code HTTPS_PROXY}).
 *
 * @param enabled whether it listens at all
 * @param port where it listens, on the gateway's host; 0 takes a free one
 * @param intercepts whether it reads what agents send by HTTPS
 * @param authority directory of the certificate authority that it does this with; empty for the data directory's
 * @param tunnelsPermitted hosts to which HTTPS is passed on unread
 */
public record ForwardConfig(
        boolean enabled, int port, boolean intercepts, String authority, List<HostPattern> tunnelsPermitted) {

    private static final ConfigKey<Boolean> ENABLED = ConfigKey.of(
            "enabled",
            ConfigType.FLAG,
            false,
            "Whether the gateway also serves as a proxy for HTTP_PROXY and HTTPS_PROXY.");
    private static final ConfigKey<Integer> PORT =
            ConfigKey.of("port", ConfigType.integer(0, 65_535), 4101, "Port of the proxy; 0 takes a free one.");
    private static final ConfigKey<Boolean> INTERCEPT = ConfigKey.of(
            "intercept",
            ConfigType.FLAG,
            false,
            "Whether HTTPS is read, with certificates of the authority that 'weir gateway ca' makes.");
    private static final ConfigKey<String> AUTHORITY = ConfigKey.of(
            "authority_directory",
            ConfigType.TEXT,
            "",
            "Directory of the certificate authority; default: authority in the data directory.");
    private static final ConfigKey<List<String>> TUNNELS_PERMITTED = ConfigKey.of(
            "tunnels_permitted",
            ConfigType.LIST,
            List.of(),
            "Hosts to which HTTPS is passed on unread: host, host:port, or .domain. Their calls are decided by host only.");

    /** The settings under {@code forward_proxy}. */
    public static final ConfigSection<ForwardConfig> SECTION = new ConfigSection<>(
            "forward_proxy",
            List.of(ENABLED, PORT, INTERCEPT, AUTHORITY, TUNNELS_PERMITTED),
            values -> new ForwardConfig(
                    values.get(ENABLED),
                    values.get(PORT),
                    values.get(INTERCEPT),
                    values.get(AUTHORITY),
                    values.get(TUNNELS_PERMITTED).stream().map(HostPattern::new).toList()));

    /** Copies the list. */
    public ForwardConfig {
        tunnelsPermitted = List.copyOf(tunnelsPermitted);
    }

    /** The same, with the authority of a data directory where none is set. */
    public ForwardConfig withData(Path folder) {
        String directory = authority.isEmpty() ? authorityDirectory(folder).toString() : authority;
        return new ForwardConfig(enabled, port, intercepts, directory, tunnelsPermitted);
    }

    /** Where the authority of a data directory is. */
    public static Path authorityDirectory(Path folder) {
        return folder.resolve("authority");
    }

    /** Whether HTTPS to a host is passed on unread. */
    boolean tunnels(UpstreamTarget target) {
        return tunnelsPermitted.stream().anyMatch(host -> host.covers(target.host(), target.port()));
    }
}
