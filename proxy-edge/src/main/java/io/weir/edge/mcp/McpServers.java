package io.weir.edge.mcp;

import io.weir.edge.mcp.era.Translated;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.ConfigValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings of the endpoint for servers behind HTTP.
 *
 * @param servers URL of the upstream by the server's name
 * @param translated whose words are translated for servers of the other era
 * @param hostsAllowed names besides the loopback ones under which clients may ask for the edge
 * @param originsAllowed web origins besides the loopback ones
 */
public record McpServers(
        Map<String, String> servers, Translated translated, List<String> hostsAllowed, List<String> originsAllowed) {

    static final ConfigKey<List<String>> SERVERS = ConfigKey.of(
            "servers",
            ConfigType.LIST,
            List.of(),
            "Servers behind the gateway's /mcp/NAME: entries NAME=URL, for example files=http://127.0.0.1:3001/mcp.");
    static final ConfigKey<Translated> TRANSLATED = ConfigKey.of(
            "translated",
            ConfigType.choice(Translated.class),
            Translated.OLDER_CLIENTS,
            "Whose words are translated where a client of /mcp/NAME or of weir mcp proxy and the server share no revision:"
                    + " nobody's (none), those of clients with sessions before a server of 2026-07-28 (older_clients), or"
                    + " those of clients of 2026-07-28 before an older server too (all_clients), which over HTTP takes from"
                    + " clients that speak both what only sessions have.");
    static final ConfigKey<List<String>> HOSTS_ALLOWED = ConfigKey.of(
            "hosts_allowed",
            ConfigType.LIST,
            List.of(),
            "Names besides the loopback ones that /mcp/NAME may be asked for, as host or host:port.");
    static final ConfigKey<List<String>> ORIGINS_ALLOWED = ConfigKey.of(
            "origins_allowed",
            ConfigType.LIST,
            List.of(),
            "Web origins besides the loopback ones whose pages may use /mcp/NAME.");

    /** Copies the collections. */
    public McpServers {
        servers = Map.copyOf(new TreeMap<>(servers));
        hostsAllowed = List.copyOf(hostsAllowed);
        originsAllowed = List.copyOf(originsAllowed);
    }

    static McpServers of(ConfigValues values) {
        return new McpServers(
                values.get(SERVERS).stream()
                        .collect(Collectors.toMap(McpServers::serverName, McpServers::serverUrl, McpServers::onlyOnce)),
                values.get(TRANSLATED),
                values.get(HOSTS_ALLOWED),
                values.get(ORIGINS_ALLOWED));
    }

    private static String serverName(String entry) {
        String name = entry.substring(0, Math.max(0, entry.indexOf('=')));
        if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new IllegalArgumentException("servers must look like name=http://host:port/path");
        }
        return name;
    }

    private static String onlyOnce(String first, String second) {
        throw new IllegalArgumentException("servers name one server twice");
    }

    private static String serverUrl(String entry) {
        String url = entry.substring(entry.indexOf('=') + 1);
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("servers must look like name=http://host:port/path");
        }
        return url;
    }
}
