package io.weir.engine.policy;

import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Policies that hold together, with an index by tool name: the rules that name tools are looked at for these tools
 * only. Immutable and safe to share between threads.
 */
public final class PolicySet {

    /** No policies. */
    public static final PolicySet EMPTY = new PolicySet(List.of(), Precedence.STRICTEST);

    private static final int[] NONE = {};
    private static final int MATCHES_MAX = 16;
    private static final int BECAUSE_MAX = 8;
    private static final int BECAUSE_LENGTH_MAX = 300;

    private final List<Policy> policies;
    private final Precedence precedence;
    private final String version;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, int[]> byTool = new HashMap<>();
    private final int[] ofAnyTool;

    /**
     * A rule and the policy that it stands in.
     *
     * @param position of the policy in the set
     */
    record Entry(int position, Policy policy, PolicyRule rule) {}

    /**
     * Policies of one tenant.
     *
     * @param precedence which counts of the rules of different policies; inside a policy, the policy says that
     */
    public PolicySet(List<Policy> policies, Precedence precedence) {
        this.policies = List.copyOf(policies);
        this.precedence = precedence;
        Map<String, List<Integer>> index = new HashMap<>();
        List<Integer> unindexed = new ArrayList<>();
        for (int position = 0; position < policies.size(); position++) {
            for (PolicyRule rule : policies.get(position).rules()) {
                int number = entries.size();
                entries.add(new Entry(position, policies.get(position), rule));
                if (rule.tools().isEmpty()) {
                    unindexed.add(number);
                }
                rule.tools()
                        .forEach(tool -> index.computeIfAbsent(tool, any -> new ArrayList<>())
                                .add(number));
            }
        }
        index.forEach((tool, positions) -> byTool.put(tool, ints(positions)));
        this.ofAnyTool = ints(unindexed);
        this.version = PolicyDigest.of(policies, precedence);
    }

    private static int[] ints(Collection<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The policies. */
    public List<Policy> policies() {
        return policies;
    }

    /** Whether there is no rule. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Number of rules. */
    public int size() {
        return entries.size();
    }

    /** Digest of everything that the policies say, 8 hex digits. */
    public String version() {
        return version;
    }

    /** What the policies say about a call; null where no rule matches. */
    public @Nullable PolicyOutcome judge(CallFacts facts) {
        List<Entry> matching = matching(facts);
        if (matching.isEmpty()) {
            return null;
        }
        List<Entry> counting = counting(matching);
        Decision decision = Decision.ALLOW;
        Set<Decision> loosens = EnumSet.noneOf(Decision.class);
        for (Entry entry : counting) {
            decision = decision.strictest(entry.rule().action().decision());
            loosens.addAll(entry.rule().loosens());
        }
        matching.removeAll(counting);
        List<Entry> shown = new ArrayList<>(counting);
        shown.addAll(matching);
        return new PolicyOutcome(
                version,
                decision,
                List.copyOf(loosens),
                shown.stream()
                        .limit(MATCHES_MAX)
                        .map(entry -> match(entry, facts))
                        .toList(),
                Math.max(0, shown.size() - MATCHES_MAX),
                codeAttempts(counting));
    }

    private static @Nullable Integer codeAttempts(List<Entry> counting) {
        return counting.stream()
                .map(entry -> entry.rule().notes().codeAttempts())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Entry> matching(CallFacts facts) {
        Principal principal = facts.subject().principal();
        BitSet numbers = new BitSet();
        collect(ofAnyTool, principal, facts, numbers);
        for (String tool : facts.toolNames()) {
            collect(byTool.getOrDefault(tool, NONE), principal, facts, numbers);
        }
        List<Entry> matching = new ArrayList<>();
        numbers.stream().forEach(number -> matching.add(entries.get(number)));
        return matching;
    }

    private void collect(int[] candidates, Principal principal, CallFacts facts, BitSet into) {
        for (int number : candidates) {
            Entry entry = entries.get(number);
            if (entry.policy().holdsFor(principal) && entry.rule().test(facts) == Truth.TRUE) {
                into.set(number);
            }
        }
    }

    /** The rules that decide, the strictest first. */
    private List<Entry> counting(List<Entry> matching) {
        List<Entry> counting = new ArrayList<>();
        Map<Integer, List<Entry>> byPolicy = new TreeMap<>();
        matching.forEach(entry -> byPolicy.computeIfAbsent(entry.position(), any -> new ArrayList<>())
                .add(entry));
        byPolicy.forEach((position, own) ->
                counting.addAll(policies.get(position).precedence() == Precedence.PRIORITY ? first(own) : own));
        List<Entry> decisive = new ArrayList<>(overridden(counting));
        decisive.sort(Comparator.comparing((Entry entry) -> entry.rule().action())
                .reversed()
                .thenComparingInt(entry -> entry.rule().priority()));
        return decisive;
    }

    /**
     * Where a policy that is for some agents only says something, it takes the place of what those for all say, but for
     * what they deny.
     */
    private List<Entry> overridden(List<Entry> counting) {
        List<Entry> own =
                counting.stream().filter(entry -> entry.policy().isOverride()).toList();
        if (own.isEmpty()) {
            return among(counting);
        }
        List<Entry> decisive = new ArrayList<>(among(own));
        counting.stream()
                .filter(entry ->
                        !entry.policy().isOverride() && entry.rule().action().decision() == Decision.DENY)
                .forEach(decisive::add);
        return decisive;
    }

    private List<Entry> among(List<Entry> counting) {
        return precedence == Precedence.PRIORITY ? first(counting) : counting;
    }

    private static List<Entry> first(List<Entry> entries) {
        int lowest = entries.stream()
                .mapToInt(entry -> entry.rule().priority())
                .min()
                .orElse(0);
        return entries.stream()
                .filter(entry -> entry.rule().priority() == lowest)
                .max(Comparator.comparing(entry -> entry.rule().action()))
                .map(List::of)
                .orElse(List.of());
    }

    private static PolicyMatch match(Entry entry, CallFacts facts) {
        List<String> because = new ArrayList<>();
        for (Clause clause : all(entry.rule())) {
            because.add(line(clause, facts));
        }
        PolicyRule.Notes notes = entry.rule().notes();
        return new PolicyMatch(
                entry.policy().id(),
                entry.policy().name(),
                entry.rule().id(),
                entry.rule().priority(),
                entry.rule().action(),
                notes.reasonCode(),
                because.subList(0, Math.min(BECAUSE_MAX, because.size())),
                notes.escalateTo(),
                notes.tag(),
                notes.incidentSeverity());
    }

    private static List<Clause> all(PolicyRule rule) {
        List<Clause> all = new ArrayList<>(rule.match());
        all.addAll(rule.conditions());
        return all;
    }

    static String line(Clause clause, CallFacts facts) {
        String line = clause.text() + ": " + clause.observed(facts);
        return line.length() <= BECAUSE_LENGTH_MAX ? line : line.substring(0, BECAUSE_LENGTH_MAX - 3) + "...";
    }

    /**
     * Whether one of the rules that an outcome names wants what stands at an address of the payload redacted as a
     * whole.
     */
    public boolean redacts(PolicyOutcome outcome, String address) {
        return entries.stream()
                .filter(entry -> !entry.rule().notes().sanitizeFields().isEmpty())
                .filter(entry -> outcome.matches().stream()
                        .anyMatch(match ->
                                match.policyName().equals(entry.policy().name())
                                        && match.ruleId().equals(entry.rule().id())))
                .flatMap(entry -> entry.rule().notes().sanitizeFields().stream())
                .anyMatch(path -> BodyPath.of(path).covers(address));
    }

    /** Ids of the rules of which it cannot be told whether they match, since what they ask for is not known. */
    public List<String> undecided(CallFacts facts) {
        return entries.stream()
                .filter(entry -> entry.policy().holdsFor(facts.subject().principal()))
                .filter(entry -> entry.rule().test(facts) == Truth.UNKNOWN)
                .map(entry -> entry.rule().id())
                .toList();
    }

    /** Every rule that matches, and every one that all but one of its clauses speak for, in the order of the files. */
    public List<RuleExplanation> explain(CallFacts facts) {
        Set<PolicyRule> counting =
                Set.copyOf(counting(matching(facts)).stream().map(Entry::rule).toList());
        return entries.stream()
                .filter(entry -> entry.policy().holdsFor(facts.subject().principal()))
                .map(entry -> RuleExplanation.of(entry, facts, counting.contains(entry.rule())))
                .filter(explanation -> explanation.missing() <= 1)
                .toList();
    }
}
