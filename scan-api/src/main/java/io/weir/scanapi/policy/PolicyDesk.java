package io.weir.scanapi.policy;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.PolicyReader;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.Problems;
import io.weir.engine.policy.text.TreeReader;
import io.weir.platform.json.Json;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies policies that come through the API: each version is written to the history, and the newest to the directory
 * that is watched. Safe to share between threads.
 */
public final class PolicyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyDesk.class);

    private final PolicyWatch watch;
    private final PolicyHistory history;
    private final InstantSource time;
    private final ReentrantLock guard = new ReentrantLock();

    /** A desk over the directory that is watched. */
    public PolicyDesk(PolicyWatch watch, InstantSource time) {
        this.watch = watch;
        this.history = new PolicyHistory(watch.directory());
        this.time = time;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Applies a policy: a new version if it is known by name and environment.
     *
     * @param sent the policy; {@code shadow} and {@code author} beside it are taken out
     * @throws Refusal {@code POLICY_REFUSED} with all that is wrong
     */
    public PolicyVersion apply(Caller caller, Map<String, Object> sent) {
        Map<String, Object> policy = new LinkedHashMap<>(sent);
        boolean shadow = Boolean.TRUE.equals(policy.remove("shadow"));
        Object author = policy.remove("author");
        Policy read = read(policy);
        String environment = read.environments().isEmpty() ? null : String.join(",", sorted(read));
        String signed = author instanceof String name && !name.isBlank() ? name : caller.name();
        return locked(() -> {
            List<PolicyVersion> versions = history.of(caller.tenant(), read.name(), environment);
            return store(
                    caller.tenant(),
                    new PolicyVersion(
                            read.id(),
                            read.name(),
                            environment,
                            versions.size() + 1,
                            signed,
                            time.millis(),
                            null,
                            shadow,
                            policy));
        });
    }

    /**
     * Applies an older version again, as a new one.
     *
     * @throws Refusal {@code NOT_FOUND} if there is no such version
     */
    public PolicyVersion rollback(Caller caller, String name, @Nullable String environment, int version) {
        return locked(() -> {
            List<PolicyVersion> versions = history.of(caller.tenant(), name, environment);
            if (version < 1 || version > versions.size()) {
                throw Refusal.of(ErrorCode.NOT_FOUND, "The policy has " + versions.size() + " versions here.");
            }
            PolicyVersion old = versions.get(version - 1);
            return store(
                    caller.tenant(),
                    new PolicyVersion(
                            old.policyId(),
                            old.name(),
                            old.environment(),
                            versions.size() + 1,
                            caller.name(),
                            time.millis(),
                            "rollback to " + version,
                            old.shadow(),
                            old.policy()));
        });
    }

    /**
     * Applies in one environment what holds in another, each as a new version there. What holds there already as it is
     * stays.
     *
     * @throws Refusal {@code NOT_FOUND} if nothing of the kind holds in the other environment, {@code POLICY_REFUSED}
     *     if it cannot be used any more; nothing is applied then
     */
    public Promoted promote(Caller caller, Promotion promotion) {
        return locked(() -> {
            List<PolicyVersion> applied = new ArrayList<>();
            List<PolicyVersion> unchanged = new ArrayList<>();
            List<PolicyVersion> sources = sources(caller.tenant(), promotion);
            sources.forEach(source -> read(promotion.policyOf(source)));
            for (PolicyVersion source : sources) {
                List<PolicyVersion> there = history.of(caller.tenant(), source.name(), promotion.toEnvironment());
                PolicyVersion standing = last(there, promotion.shadow());
                if (standing != null && standing.policy().equals(promotion.policyOf(source))) {
                    unchanged.add(standing);
                } else {
                    applied.add(store(caller.tenant(), promoted(caller, promotion, source, there.size() + 1)));
                }
            }
            return new Promoted(applied, unchanged);
        });
    }

    private PolicyVersion promoted(Caller caller, Promotion promotion, PolicyVersion source, int version) {
        Map<String, Object> policy = promotion.policyOf(source);
        return new PolicyVersion(
                read(policy).id(),
                source.name(),
                promotion.toEnvironment(),
                version,
                Objects.requireNonNullElse(promotion.author(), caller.name()),
                time.millis(),
                "promoted from " + promotion.fromEnvironment() + ", version " + source.version(),
                promotion.shadow(),
                policy);
    }

    /** What holds in the environment that is promoted from, by name; or the one version that is asked for. */
    private List<PolicyVersion> sources(String tenant, Promotion promotion) throws IOException {
        List<PolicyVersion> sources = new ArrayList<>();
        for (PolicyVersion latest : history.latest(tenant)) {
            if (promotion.isFor(latest)) {
                List<PolicyVersion> versions = history.of(tenant, latest.name(), latest.environment());
                PolicyVersion source = promotion.version() == 0
                        ? last(versions, false)
                        : versions.stream()
                                .filter(one -> one.version() == promotion.version())
                                .findFirst()
                                .orElse(null);
                if (source != null) {
                    sources.add(source);
                }
            }
        }
        if (sources.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "No such policy was applied for " + promotion.fromEnvironment() + ".");
        }
        return sources;
    }

    private static @Nullable PolicyVersion last(List<PolicyVersion> versions, boolean shadow) {
        PolicyVersion last = null;
        for (PolicyVersion version : versions) {
            last = version.shadow() == shadow ? version : last;
        }
        return last;
    }

    /**
     * The newest version.
     *
     * @throws Refusal {@code NOT_FOUND} if none was applied
     */
    public PolicyVersion newest(Caller caller, String name, @Nullable String environment) {
        List<PolicyVersion> versions = history(caller, name, environment);
        return versions.get(versions.size() - 1);
    }

    /**
     * All versions, the oldest first.
     *
     * @throws Refusal {@code NOT_FOUND} if none was applied
     */
    public List<PolicyVersion> history(Caller caller, String name, @Nullable String environment) {
        List<PolicyVersion> versions = locked(() -> history.of(caller.tenant(), name, environment));
        if (versions.isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "No policy of this name was applied for this environment.");
        }
        return versions;
    }

    /** The newest version of each policy of the caller's tenant. */
    public List<PolicyVersion> all(Caller caller) {
        return locked(() -> history.latest(caller.tenant()));
    }

    /** The active policies of the caller's tenant by the controls that they serve: framework, control, policies. */
    public Map<String, Map<String, List<Map<String, String>>>> coverage(Caller caller) {
        Map<String, Map<String, List<Map<String, String>>>> coverage = new TreeMap<>();
        for (Policy policy : watch.of(caller.tenant()).active().policies()) {
            for (String tag : policy.complianceTags()) {
                int colon = tag.indexOf(':');
                coverage.computeIfAbsent(tag.substring(0, colon), framework -> new TreeMap<>())
                        .computeIfAbsent(tag.substring(colon + 1), control -> new ArrayList<>())
                        .add(new TreeMap<>(Map.of("policy_id", policy.id(), "name", policy.name())));
            }
        }
        return coverage;
    }

    /** Whether a policy holds in an environment of the caller's tenant. */
    public boolean covers(Caller caller, String environment) {
        return watch.of(caller.tenant()).active().policies().stream().anyMatch(policy -> policy.covers(environment));
    }

    private static List<String> sorted(Policy policy) {
        return policy.environments().stream().sorted().toList();
    }

    private static Policy read(Map<String, Object> policy) {
        Problems problems = new Problems("policy");
        try {
            PolicyFile file = PolicyReader.read(TreeReader.of(policy), problems);
            if (file.policies().size() != 1) {
                throw refused(List.of("apply one policy at a time"));
            }
            return file.policies().get(0);
        } catch (PolicyFileException e) {
            throw refused(
                    e.problems().stream().map(problem -> problem.message()).toList());
        }
    }

    private static Refusal refused(List<String> problems) {
        return Refusal.of(ErrorCode.POLICY_REFUSED, problems);
    }

    private PolicyVersion store(String tenant, PolicyVersion version) throws IOException {
        history.add(tenant, version);
        Path folder = watch.directory().resolve("tenants").resolve(tenant);
        String name = PolicyHistory.fileName(version.name(), version.environment()) + ".json";
        Path active = folder.resolve(name);
        Path shadow = folder.resolve("shadow").resolve(name);
        PolicyHistory.writeAtOnce(version.shadow() ? shadow : active, Json.bytes(version.policy()));
        if (!version.shadow()) {
            // What was tried is active now.
            Files.deleteIfExists(shadow);
        }
        watch.look();
        LOG.info(
                "event=policy_applied tenant={} policy=\"{}\" version={} shadow={} author=\"{}\"",
                tenant,
                version.name(),
                version.version(),
                version.shadow(),
                version.author());
        return version;
    }

    private <T> T locked(Work<T> work) {
        guard.lock();
        try {
            return work.run();
        } catch (IOException e) {
            LOG.error("event=policy_store_failed cause={}", e.getClass().getName());
            throw Refusal.of(ErrorCode.POLICIES_UNWRITABLE, "The directory of policies cannot be read or written.");
        } finally {
            guard.unlock();
        }
    }
}
