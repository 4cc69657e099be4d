package io.weir.edge.mcp.registered;

import io.weir.edge.mcp.pin.PinRules;
import java.nio.file.Path;

/**
 * What holds for all registered servers.
 *
 * @param rules what may be registered
 * @param pins which warnings about tools block, where a server's own rules do not say otherwise
 * @param directory of pins; the list of servers is kept below it
 * @param bytesMax longest message and longest body of a request
 */
public record RegisteredSettings(RegisterRules rules, PinRules pins, Path directory, int bytesMax) {

    /** The list of servers. */
    ServerFile file() {
        return new ServerFile(directory.resolve("registered").resolve("servers.json"));
    }
}
