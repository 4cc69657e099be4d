package io.weir.scanapi.posture;

import io.weir.engine.posture.KeyFacts;
import io.weir.engine.posture.Posture;
import io.weir.engine.posture.Remarks;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.limit.ScanLimits;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.api.PostureAnswer;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how well keys, agents and policies are kept, and keeps what people live with. Safe to share between threads. */
public final class PostureDesk {

    private static final int AGENTS_MAX = 10_000;
    private static final long RESOLVED_MILLIS = 86_400_000;

    private final Keys keys;
    private final ScanLimits limits;
    private final AgentDesk agents;
    private final @Nullable PolicyDesk policies;
    private final Settings settings;
    private final InstantSource time;

    /**
     * What the operator has set.
     *
     * @param accepted findings that cost nothing, for all tenants
     * @param environment of calls that name none
     */
    public record Settings(Set<String> accepted, String environment) {

        /** Copies the set. */
        public Settings {
            accepted = Set.copyOf(accepted);
        }
    }

    /**
     * A desk over these.
     *
     * @param policies that the process keeps, or null
     */
    public PostureDesk(
            Keys keys,
            ScanLimits limits,
            AgentDesk agents,
            @Nullable PolicyDesk policies,
            Settings settings,
            InstantSource time) {
        this.keys = keys;
        this.limits = limits;
        this.agents = agents;
        this.policies = policies;
        this.settings = settings;
        this.time = time;
    }

    /** The posture of the caller's tenant now. */
    public PostureAnswer of(Caller caller) {
        Remarks remarks = new Remarks(settings.accepted(), agents.findings(caller.tenant()));
        List<KeyFacts> facts = keys.valid(caller.tenant()).stream()
                .map(key -> facts(caller, key))
                .toList();
        return Posture.of(facts, agents.list(caller.tenant(), AGENTS_MAX), remarks, time.millis());
    }

    /**
     * Writes down what people say of a finding. That it is resolved holds for a day.
     *
     * @param finding as {@code RULE} or {@code RULE:subject}
     */
    public void say(Caller caller, AgentStep step, String finding, @Nullable String note) {
        long now = time.millis();
        Long until = step == AgentStep.FINDING_RESOLVED ? now + RESOLVED_MILLIS : null;
        agents.rule(new AgentRuled(
                agents.newId(), caller.tenant(), "", null, step, now, caller.name(), until, note, finding));
    }

    private KeyFacts facts(Caller caller, KeyRecord key) {
        String home = Objects.requireNonNullElse(key.environment(), settings.environment());
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
