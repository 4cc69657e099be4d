package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.posture.KeyFacts;
import io.weir.engine.posture.Posture;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.limit.ScanLimits;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The route that says how well keys, agents and policies are kept. */
final class PostureRoutes {

    private static final int AGENTS_MAX = 10_000;

    private final Access access;
    private final Keys keys;
    private final ScanLimits limits;
    private final AgentDesk agents;
    private final @Nullable PolicyDesk policies;
    private final Set<String> accepted;
    private final String environment;
    private final InstantSource time;

    /**
     * The route of these parts.
     *
     * @param environment of calls that name none
     */
    PostureRoutes(
            Access access, Keys keys, ScanLimits limits, AgentDesk agents, ScanApiParts parts, String environment) {
        this.access = access;
        this.keys = keys;
        this.limits = limits;
        this.agents = agents;
        this.policies = parts.policies();
        this.accepted = Set.copyOf(parts.cases().agents().postureAccepted());
        this.environment = environment;
        this.time = parts.time();
    }

    void posture(Context context) {
        Caller caller = access.require(context, Scope.READ);
        List<KeyFacts> facts = keys.valid(caller.tenant()).stream()
                .map(key -> facts(caller, key))
                .toList();
        Answers.json(context, Posture.of(facts, agents.list(caller.tenant(), AGENTS_MAX), accepted, time.millis()));
    }

    private KeyFacts facts(Caller caller, KeyRecord key) {
        String home = Objects.requireNonNullElse(key.environment(), environment);
        return new KeyFacts(
                key.keyId(),
                key.name(),
                home,
                key.createdMillis(),
                !key.bounds().cidrs().isEmpty(),
                limits.isSilent(key.tenant(), key.keyId()),
                // Where this process keeps no policies it cannot say that none holds.
                policies == null || policies.covers(caller, home));
    }
}
