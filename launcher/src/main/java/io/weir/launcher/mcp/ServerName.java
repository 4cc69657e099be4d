package io.weir.launcher.mcp;

import java.util.List;
import java.util.Set;

/** Finds a name for a server in the command that starts it. */
final class ServerName {

    private static final Set<String> RUNNERS = Set.of(
            "npx", "npm", "node", "bunx", "bun", "deno", "pnpm", "yarn", "uv", "uvx", "pipx", "python", "python3",
            "java", "docker", "podman", "run", "exec", "dlx", "tool", "sh", "bash", "env");

    private ServerName() {}

    /** The first word that is neither a runner nor an option, without directories, scope, version and ending. */
    static String of(List<String> command) {
        for (String word : command) {
            String name = plain(word);
            if (!word.startsWith("-") && !RUNNERS.contains(name) && !name.isEmpty()) {
                return name;
            }
        }
        return plain(command.get(0));
    }

    private static String plain(String word) {
        String last = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        int version = last.indexOf('@', 1);
        String unversioned = version > 0 ? last.substring(0, version) : last;
        return unversioned.replaceFirst("\\.(?:js|mjs|cjs|ts|py|jar|exe|cmd|sh)$", "");
    }
}
