package io.weir.launcher.mcp;

import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.policy.pack.PolicyPacks;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.scanapi.policy.PolicyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file of rules over names that mcp-action-firewall would take, and what it says. */
final class NameRules {

    private static final String FILE = PolicyPacks.fileName(PolicyPacks.NAME_RULES);
    private static final String POLICY = "action-firewall";

    private final List<Policy> policies;

    private NameRules(List<Policy> policies) {
        this.policies = policies;
    }

    /**
     * The rules of the file that is named, else of {@code firewall_config.json} in the folder, else those that come
     * along.
     *
     * @param log gets what authors should know
     * @throws IllegalArgumentException if the file cannot be used, with what is wrong with it
     */
    static NameRules of(@Nullable Path named, Path folder, ForeignMode mode, PrintWriter log) throws IOException {
        Path own = folder.resolve(FILE);
        if (named != null) {
            return read(named, mode, log);
        }
        if (Files.exists(own)) {
            return read(own, mode, log);
        }
        Path shipped = Files.createTempFile("weir-", "-" + FILE);
        try {
            Files.writeString(shipped, PolicyPacks.text(PolicyPacks.NAME_RULES));
            return read(shipped, mode, log);
        } finally {
            Files.delete(shipped);
        }
    }

    private static NameRules read(Path file, ForeignMode mode, PrintWriter log) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such file");
        }
        try {
            PolicyFile read = PolicyFolder.readTop(file, mode, Map.of());
            read.warnings().forEach(warning -> log.println(warning.line()));
            if (read.policies().stream().noneMatch(policy -> policy.name().equals(POLICY))) {
                throw new IllegalArgumentException(file + ": 'global' is missing");
            }
            return new NameRules(read.policies());
        } catch (PolicyFileException e) {
            throw new IllegalArgumentException(
                    e.problems().stream().map(PolicyProblem::line).collect(Collectors.joining(System.lineSeparator())),
                    e);
        }
    }

    /** Whether the file has a section of its own for a server. */
    boolean knows(String server) {
        return policies.stream().anyMatch(policy -> policy.name().equals(POLICY + "-" + server));
    }

    /** The same for those who decide. */
    PolicySource source() {
        ActivePolicies active = new ActivePolicies(new PolicySet(policies, Precedence.STRICTEST), null);
        return tenant -> active;
    }

    /**
     * Writes the rules that come along into a folder.
     *
     * @return false if there is such a file
     */
    static boolean generate(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return false;
        }
        Files.writeString(file, PolicyPacks.text(PolicyPacks.NAME_RULES));
        return true;
    }
}
