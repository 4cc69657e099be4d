package io.weir.edge.gateway;

import io.weir.edge.inbound.InboundConfig;
import io.weir.platform.config.Config;
import java.nio.file.Path;

/**
 * All settings of one gateway.
 *
 * @param gateway what holds for every call
 * @param forward the gateway as a proxy of an agent's environment
 * @param inbound upstreams that are called by a prefix
 */
public record EdgeConfig(GatewayConfig gateway, ForwardConfig forward, InboundConfig inbound) {

    /**
     * The settings in a configuration.
     *
     * @param folder data directory
     */
    public static EdgeConfig of(Config config, Path folder) {
        return new EdgeConfig(
                config.get(GatewayConfig.SECTION),
                config.get(ForwardConfig.SECTION).withData(folder),
                config.get(InboundConfig.SECTION).withData(folder));
    }
}
