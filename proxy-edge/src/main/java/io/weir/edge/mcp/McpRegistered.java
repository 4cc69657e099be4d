package io.weir.edge.mcp;

import io.weir.edge.mcp.stdio.CommandWords;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.ConfigValues;
import java.util.List;

/**
 * Settings of servers that clients of the scan protocol register.
 *
 * @param serversMax most servers of one tenant
 * @param commands programs that may be registered, each as a whole command line
 */
public record McpRegistered(int serversMax, List<String> commands) {

    static final ConfigKey<Integer> SERVERS_MAX = ConfigKey.of(
            "registered_max",
            ConfigType.integer(0, 10_000),
            64,
            "Most servers that the keys of one tenant may register by POST /v1/mcp/servers; 0 lets none be"
                    + " registered.");
    static final ConfigKey<List<String>> COMMANDS = ConfigKey.of(
            "stdio_commands_permitted",
            ConfigType.LIST,
            List.of(),
            "Command lines that may be registered so as servers that are programs; each is run as it stands here, by"
                    + " the user of the gateway.");

    /** Copies the list. */
    public McpRegistered {
        commands = List.copyOf(commands);
    }

    static McpRegistered of(ConfigValues values) {
        values.get(COMMANDS).forEach(CommandWords::of);
        return new McpRegistered(values.get(SERVERS_MAX), values.get(COMMANDS));
    }
}
