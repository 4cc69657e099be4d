package io.weir.scanapi.policy;

import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.platform.folder.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory of policies: files at the top hold for all tenants, those in {@code tenants/NAME} for one, and
 * those in a {@code shadow} directory beside either are candidates, which are judged and decide nothing.
 */
public final class PolicyFolder {

    private static final int FILES_MAX = 1_000;
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");
    private static final String TEST_MARK = ".test.";
    private static final String SHADOW = "shadow";
    private static final String TENANTS = "tenants";

    private final Path directory;
    private final PolicyChoice choice;
    private final List<PolicyFileException> failures = new ArrayList<>();
    private final List<PolicyProblem> warnings = new ArrayList<>();

    private PolicyFolder(PolicyChoice choice) {
        this.directory = choice.directory();
        this.choice = choice;
    }

    /**
     * The policies of each tenant that has some of its own, and under the empty name those of all others.
     *
     * @param policies by tenant
     * @param warnings what authors should know
     */
    public record Loaded(Map<String, ActivePolicies> policies, List<PolicyProblem> warnings) {

        /** The policies of a tenant. */
        public ActivePolicies of(String tenant) {
            return of(policies, tenant);
        }

        static ActivePolicies of(Map<String, ActivePolicies> policies, String tenant) {
            ActivePolicies own = policies.get(tenant);
            return own != null ? own : policies.getOrDefault("", ActivePolicies.NONE);
        }
    }

    /**
     * Reads everything.
     *
     * @throws IOException if a file cannot be read, is larger than 4 MiB, or there are more than 1,000
     * @throws PolicyFileException with all problems of all files
     */
    public static Loaded read(PolicyChoice choice) throws IOException {
        return new PolicyFolder(choice).read();
    }

    /**
     * Reads one policy file, or those at the top of a directory.
     *
     * @throws IOException if one cannot be read
     * @throws PolicyFileException with all problems of all files
     */
    public static PolicyFile readTop(Path fileOrDirectory, ForeignMode mode, Map<String, String> environment)
            throws IOException {
        boolean isDirectory = Files.isDirectory(fileOrDirectory);
        Path parent = fileOrDirectory.toAbsolutePath().getParent();
        Path folder = isDirectory || parent == null ? fileOrDirectory : parent;
        PolicyFolder reader = new PolicyFolder(new PolicyChoice(folder, Precedence.STRICTEST, mode, environment));
        List<Policy> policies =
                reader.policies(folder, isDirectory ? files(folder) : List.of(fileOrDirectory.toAbsolutePath()));
        reader.check();
        return new PolicyFile(policies, reader.warnings);
    }

    private void check() {
        if (!failures.isEmpty()) {
            throw new PolicyFileException(failures.stream()
                    .flatMap(failure -> failure.problems().stream())
                    .toList());
        }
    }

    private Loaded read() throws IOException {
        List<Policy> common = policies(directory);
        List<Policy> commonShadow = policies(directory.resolve(SHADOW));
        Map<String, ActivePolicies> byTenant = new TreeMap<>();
        byTenant.put("", together(common, commonShadow));
        for (Path tenant : directories(directory.resolve(TENANTS))) {
            List<Policy> active = new ArrayList<>(common);
            active.addAll(policies(tenant));
            List<Policy> shadow = new ArrayList<>(commonShadow);
            shadow.addAll(policies(tenant.resolve(SHADOW)));
            byTenant.put(String.valueOf(tenant.getFileName()), together(active, shadow));
        }
        check();
        return new Loaded(byTenant, List.copyOf(warnings));
    }

    private ActivePolicies together(List<Policy> active, List<Policy> shadow) {
        PolicySet set = new PolicySet(active, choice.precedence());
        if (shadow.isEmpty()) {
            return new ActivePolicies(set, null);
        }
        // A candidate takes the place of the active policy of its name and environments.
        Map<String, Policy> candidates = new LinkedHashMap<>();
        active.forEach(policy -> candidates.put(policy.id(), policy));
        shadow.forEach(policy -> candidates.put(policy.id(), policy));
        return new ActivePolicies(set, new PolicySet(List.copyOf(candidates.values()), choice.precedence()));
    }

    private List<Policy> policies(Path folder) throws IOException {
        return policies(folder, files(folder));
    }

    private List<Policy> policies(Path folder, List<Path> paths) throws IOException {
        PolicyFiles files = new PolicyFiles(choice.mode(), path -> beside(folder, path), choice.environment());
        Map<Path, PolicyFiles.Read> read = new LinkedHashMap<>();
        Set<Path> parts = new HashSet<>();
        for (Path file : paths) {
            try {
                PolicyFiles.Read one = files.read(directory.relativize(file).toString(), SmallFile.text(file));
                read.put(file, one);
                one.references().forEach(path -> parts.add(folder.resolve(path).normalize()));
            } catch (PolicyFileException e) {
                failures.add(e);
            }
        }
        // A file that a deployment file names holds for that file's server, and for nothing else.
        read.keySet().removeIf(file -> parts.contains(file.normalize()));
        List<Policy> policies = new ArrayList<>();
        for (PolicyFiles.Read one : read.values()) {
            policies.addAll(one.file().policies());
            warnings.addAll(one.file().warnings());
        }
        return policies;
    }

    /** The text of a file that another one names; nothing outside the folder is read. */
    private static @Nullable String beside(Path folder, String path) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return null;
        }
        try {
            return SmallFile.text(file);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Every policy file below a directory, by name.
     *
     * @throws IOException if it cannot be listed, or holds more than 1,000
     */
    static List<Path> allFiles(Path directory) throws IOException {
        List<Path> all = new ArrayList<>(files(directory));
        all.addAll(files(directory.resolve(SHADOW)));
        for (Path tenant : directories(directory.resolve(TENANTS))) {
            all.addAll(files(tenant));
            all.addAll(files(tenant.resolve(SHADOW)));
        }
        return all;
    }

    /** The policy files of a directory, by name; tests are left out. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = list(folder).stream().filter(PolicyFolder::isPolicy).toList();
        if (files.size() > FILES_MAX) {
            throw new IOException(folder + " holds more than " + FILES_MAX + " policy files");
        }
        return files;
    }

    private static List<Path> directories(Path folder) throws IOException {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(entries.toList()));
        }
    }

    private static boolean isPolicy(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.contains(TEST_MARK)
                && SUFFIXES.stream().anyMatch(name::endsWith)
                && Files.isRegularFile(file);
    }
}
