package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.posture.KeyFacts;
import io.weir.engine.posture.Posture;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.limit.ScanLimits;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.request.PostureRequest;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes that say how well keys, agents and policies are kept, and by which people say what they live with. */
final class PostureRoutes {

    private static final int AGENTS_MAX = 10_000;

    private final Access access;
    private final RequestBody body;
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
            Access access,
            RequestBody body,
            Keys keys,
            ScanLimits limits,
            AgentDesk agents,
            ScanApiParts parts,
            String environment) {
        this.access = access;
        this.body = body;
        this.keys = keys;
        this.limits = limits;
        this.agents = agents;
        this.policies = parts.policies();
        this.accepted = Set.copyOf(parts.cases().agents().postureAccepted());
        this.environment = environment;
        this.time = parts.time();
    }

    void posture(Context context) {
        answer(context, access.require(context, Scope.READ));
    }

    void accept(Context context) {
        say(context, AgentStep.FINDING_ACCEPTED);
    }

    void reopen(Context context) {
        say(context, AgentStep.FINDING_REOPENED);
    }

    private void say(Context context, AgentStep step) {
        Caller caller = access.require(context, Scope.RESPOND);
        PostureRequest request = PostureRequest.read(body.read(context));
        agents.rule(new AgentRuled(
                agents.newId(),
                caller.tenant(),
                "",
                null,
                step,
                time.millis(),
                caller.name(),
                null,
                request.note(),
                request.finding()));
        answer(context, caller);
    }

    private void answer(Context context, Caller caller) {
        Set<String> lived = new HashSet<>(accepted);
        lived.addAll(agents.acceptedFindings(caller.tenant()));
        List<KeyFacts> facts = keys.valid(caller.tenant()).stream()
                .map(key -> facts(caller, key))
                .toList();
        Answers.json(context, Posture.of(facts, agents.list(caller.tenant(), AGENTS_MAX), lived, time.millis()));
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
