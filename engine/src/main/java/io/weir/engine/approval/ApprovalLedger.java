package io.weir.engine.approval;

import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.word.ApprovalState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All approvals that may still matter, folded from their steps. Nodes that read the same steps in the same order have
 * the same ledger. Bounded: the approval requested longest ago goes first.
 *
 * <p>Safe to share between threads.
 */
public final class ApprovalLedger {

    private final int approvalsMax;
    private final Map<String, Approval> byId = new LinkedHashMap<>();
    private final Map<String, String> latestByDigest = new HashMap<>();
    private final Map<String, Integer> countByAgent = new HashMap<>();
    private final CodeGuard guard = new CodeGuard();
    private long forgotten;

    /** An empty ledger with room for so many approvals. */
    public ApprovalLedger(int approvalsMax) {
        this.approvalsMax = approvalsMax;
    }

    /** Takes a step; false if it changes nothing: it comes too late, or from somebody who may not take it. */
    public synchronized boolean take(ApprovalEvent event) {
        Approval before = byId.get(event.approvalId());
        ApprovalRequest request = event.request();
        if (before == null) {
            return request != null && add(Approval.requested(event, request));
        }
        Approval after = after(before, event);
        if (after.equals(before)) {
            return false;
        }
        byId.put(event.approvalId(), after);
        guard.note(event, before, after);
        return true;
    }

    /** Whether a step on an approval would change something if it were taken now. */
    public synchronized boolean wouldTake(ApprovalEvent event) {
        Approval before = byId.get(event.approvalId());
        return before != null && !after(before, event).equals(before);
    }

    private Approval after(Approval before, ApprovalEvent event) {
        return before.tenant().equals(event.tenant()) && guard.admits(event, before) ? before.after(event) : before;
    }

    private boolean add(Approval approval) {
        byId.put(approval.approvalId(), approval);
        latestByDigest.put(approval.request().callDigest(), approval.approvalId());
        countByAgent.merge(agentKey(approval), 1, Integer::sum);
        if (byId.size() > approvalsMax) {
            forget(byId.values().iterator().next());
            forgotten++;
        }
        return true;
    }

    private void forget(Approval approval) {
        byId.remove(approval.approvalId());
        latestByDigest.remove(approval.request().callDigest(), approval.approvalId());
        countByAgent.computeIfPresent(agentKey(approval), (agent, count) -> count == 1 ? null : count - 1);
    }

    /** Drops what was requested before a time and says nothing any more. */
    public synchronized void forgetBefore(long timeMillis) {
        while (!byId.isEmpty()) {
            Approval oldest = byId.values().iterator().next();
            if (oldest.requestedMillis() >= timeMillis || oldest.untilMillis() >= timeMillis) {
                return;
            }
            forget(oldest);
        }
    }

    /** How many approvals had to go to make room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Whether any call of an agent has been held: if not, no digest need be made of its calls. */
    public synchronized boolean concerns(String tenant, String agentId) {
        return countByAgent.containsKey(agentKey(tenant, agentId));
    }

    /** What people say about a call at a time: an approval that waits, a grant that can be used, or a refusal. */
    public synchronized Optional<Approval> standing(String tenant, String callDigest, long timeMillis) {
        return Optional.ofNullable(latestByDigest.get(callDigest))
                .map(byId::get)
                .filter(approval -> approval.tenant().equals(tenant) && approval.standsAt(timeMillis));
    }

    /** Grants of an agent that can still be used at a time. */
    public synchronized List<Approval> grants(String tenant, String agentId, long timeMillis) {
        return byId.values().stream()
                .filter(approval -> approval.tenant().equals(tenant)
                        && approval.request().agentId().equals(agentId)
                        && approval.state() == ApprovalState.APPROVED
                        && approval.standsAt(timeMillis))
                .toList();
    }

    /** An approval of a tenant. */
    public synchronized Optional<Approval> find(String tenant, String approvalId) {
        return Optional.ofNullable(byId.get(approvalId))
                .filter(approval -> approval.tenant().equals(tenant));
    }

    /**
     * Approvals of a tenant that are in a state at a time, the latest request first.
     *
     * @param limit how many at most
     */
    public synchronized List<Approval> list(String tenant, ApprovalState state, long timeMillis, int limit) {
        List<Approval> found = new ArrayList<>(byId.values());
        found.removeIf(approval -> !approval.tenant().equals(tenant) || approval.stateAt(timeMillis) != state);
        found.sort(
                Comparator.comparingLong(Approval::requestedMillis).reversed().thenComparing(Approval::approvalId));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private static String agentKey(Approval approval) {
        return agentKey(approval.tenant(), approval.request().agentId());
    }

    private static String agentKey(String tenant, String agentId) {
        return tenant + "|" + agentId;
    }
}
