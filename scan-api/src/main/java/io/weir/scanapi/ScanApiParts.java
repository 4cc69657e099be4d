package io.weir.scanapi;

import io.weir.engine.approval.CallDigests;
import io.weir.engine.decide.InlineJudge;
import io.weir.messaging.EventPublisher;
import io.weir.messaging.TaintPorts;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.key.AgentSecrets;
import io.weir.scanapi.policy.PolicyDesk;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the scan API works with. It owns none of them: whoever made them closes them, after the API.
 *
 * @param judge decides
 * @param publisher stores events
 * @param taints tells other nodes what is read here, and knows what they read
 * @param digests tell whether two calls are the same
 * @param agentSecrets with which agents sign
 * @param logs what all nodes agree on
 * @param metrics where meters are registered and scraped
 * @param readiness where the API adds its checks
 * @param time event time
 * @param ids random UUIDs, version 4
 * @param cases agents and incidents
 * @param policies where policies that come through the API are kept; null where they are not
 * @param people how people decide who send no token; null where they cannot
 */
public record ScanApiParts(
        InlineJudge judge,
        EventPublisher publisher,
        TaintPorts taints,
        CallDigests digests,
        AgentSecrets agentSecrets,
        SharedLogs logs,
        Metrics metrics,
        Readiness readiness,
        InstantSource time,
        Supplier<UUID> ids,
        CaseParts cases,
        @Nullable PolicyDesk policies,
        @Nullable PeopleParts people) {

    /** Parts with the system's clock and random ids. */
    public static ScanApiParts of(
            InlineJudge judge,
            EventPublisher publisher,
            TaintPorts taints,
            CallDigests digests,
            AgentSecrets agentSecrets,
            SharedLogs logs,
            Metrics metrics,
            Readiness readiness) {
        return new ScanApiParts(
                judge,
                publisher,
                taints,
                digests,
                agentSecrets,
                logs,
                metrics,
                readiness,
                InstantSource.system(),
                UUID::randomUUID,
                CaseParts.standard(),
                null,
                null);
    }

    /** The same, with policies that come through the API. */
    public ScanApiParts with(PolicyDesk desk) {
        return with(cases, desk, people);
    }

    /** The same, with these settings of agents and incidents. */
    public ScanApiParts with(CaseParts other) {
        return with(other, policies, people);
    }

    /** The same, with these ways for people. */
    public ScanApiParts with(PeopleParts other) {
        return with(cases, policies, other);
    }

    private ScanApiParts with(CaseParts cases, @Nullable PolicyDesk desk, @Nullable PeopleParts people) {
        return new ScanApiParts(
                judge,
                publisher,
                taints,
                digests,
                agentSecrets,
                logs,
                metrics,
                readiness,
                time,
                ids,
                cases,
                desk,
                people);
    }
}
