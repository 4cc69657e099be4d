package io.weir.engine.policy.file;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.PolicyReader;
import io.weir.engine.policy.foreign.ActionFirewallFile;
import io.weir.engine.policy.foreign.DeploymentFile;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.policy.foreign.IntentPolicy;
import io.weir.engine.policy.foreign.IntentPolicyReader;
import io.weir.engine.policy.foreign.IntentRules;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Problems;
import io.weir.engine.policy.text.TreeReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads policy files of every format that we know; the members at the top tell which it is. */
public final class PolicyFiles {

    private final ForeignMode mode;
    private final Function<String, @Nullable String> files;
    private final Map<String, String> environment;

    /**
     * A reader.
     *
     * @param mode for files of other products
     * @param files text of a file that another one names, by its relative path; null where there is none
     * @param environment values of variables in files of other products
     */
    public PolicyFiles(ForeignMode mode, Function<String, @Nullable String> files, Map<String, String> environment) {
        this.mode = mode;
        this.files = files;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What was read.
     *
     * @param file the policies
     * @param references relative paths of the files that are part of this one and hold for nothing else
     */
    public record Read(PolicyFile file, Set<String> references) {}

    /**
     * Reads a file that names no other.
     *
     * @throws io.weir.engine.policy.text.PolicyFileException with all that is wrong
     */
    public static PolicyFile read(String file, String text, ForeignMode mode) {
        return new PolicyFiles(mode, path -> null, Map.of()).read(file, text).file();
    }

    /**
     * Reads a file.
     *
     * @throws io.weir.engine.policy.text.PolicyFileException with all that is wrong
     */
    public Read read(String file, String text) {
        Problems problems = new Problems(file);
        Node root = TreeReader.read(text, problems);
        if (IntentPolicyReader.isOne(root)) {
            IntentPolicy policy = IntentPolicyReader.read(root, problems, mode);
            return new Read(
                    finished(List.of(IntentRules.of(policy, file, mode, false, List.of())), problems), Set.of());
        }
        if (ActionFirewallFile.isOne(root)) {
            return new Read(finished(ActionFirewallFile.read(root, problems, mode), problems), Set.of());
        }
        if (DeploymentFile.isOne(root)) {
            DeploymentFile.Deployment deployment = DeploymentFile.read(root, problems, mode, files, environment);
            return new Read(finished(deployment.policies(), problems), deployment.references());
        }
        return new Read(PolicyReader.read(root, problems), Set.of());
    }

    private static PolicyFile finished(List<Policy> policies, Problems problems) {
        problems.check();
        return new PolicyFile(policies, problems.all());
    }
}
