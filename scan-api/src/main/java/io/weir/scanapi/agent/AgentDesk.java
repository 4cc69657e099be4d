package io.weir.scanapi.agent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.trust.AgentLedger;
import io.weir.engine.trust.AgentStanding;
import io.weir.engine.trust.Regard;
import io.weir.engine.trust.Restraint;
import io.weir.engine.trust.TrustArithmetic;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.log.StepLog;
import io.weir.schemas.event.AgentMarked;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.event.Principal;
import io.weir.schemas.topic.Topics;
import io.weir.schemas.word.AgentStep;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of agents, over all nodes: what they did that counts for their trust, and what people say of them
 * and of their sessions. Safe to share between threads.
 */
public final class AgentDesk implements AutoCloseable {

    private final boolean scrutinyHolds;
    private final AgentLedger ledger;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final StepLog<AgentRuled> rulings;
    private final MarkTeller teller;

    /**
     * A desk that has read what was said before.
     *
     * @param ids random UUIDs, version 4
     * @param waitMillisMax how long a step may take to be stored
     * @throws io.weir.messaging.log.SharedLogUnusable if a log cannot be read
     */
    public AgentDesk(
            AgentConfig config,
            SharedLogs logs,
            InstantSource time,
            Supplier<UUID> ids,
            long waitMillisMax,
            MeterRegistry meters) {
        this.scrutinyHolds = config.scrutinyHolds();
        this.ledger = new AgentLedger(config.agentsMax());
        this.time = time;
        this.ids = ids;
        this.rulings = StepLog.open(
                logs,
                new StepLog.Form<>(Topics.AGENTS, AgentRuled.class, AgentRuled::eventId, AgentRuled::recordKey),
                this::hear,
                waitMillisMax);
        StepLog<AgentMarked> marks = StepLog.open(
                logs,
                new StepLog.Form<>(Topics.AGENT_MARKS, AgentMarked.class, AgentMarked::eventId, AgentMarked::recordKey),
                this::hear,
                waitMillisMax);
        this.teller = new MarkTeller(marks, ids, meters);
        Gauge.builder("weir.agents.forgotten", ledger, AgentLedger::forgotten)
                .description("Agents whose marks were forgotten to stay within the limit.")
                .register(meters);
    }

    /** What is held of whoever makes a call. */
    public Regard regard(Principal principal) {
        Regard regard = ledger.regard(principal.tenant(), principal.agentId(), principal.sessionId(), time.millis());
        Double trust = regard.trust();
        boolean watched = scrutinyHolds && trust != null && trust < TrustArithmetic.SCRUTINY_BELOW;
        return watched && regard.restraint() == Restraint.NONE
                ? new Regard(Restraint.SCRUTINY, trust, regard.streaks())
                : regard;
    }

    /**
     * Has marks of an agent stored, together with others of it that wait.
     *
     * @return completed once they count
     */
    public CompletionStage<Void> mark(String tenant, String agentId, AgentMarks marks) {
        return teller.tell(tenant, agentId, marks, time.millis());
    }

    /** Says something of an agent or a session, and waits until it holds here. */
    public void rule(AgentRuled said) {
        rulings.take(said);
    }

    /**
     * Has a person say something of an agent.
     *
     * @param scrutinyMillis how long it is watched, if that is what is said
     */
    public void rule(Caller caller, String agentId, AgentStep step, long scrutinyMillis, @Nullable String note) {
        long now = time.millis();
        Long until = step == AgentStep.SCRUTINIZED ? now + scrutinyMillis : null;
        rule(new AgentRuled(newId(), caller.tenant(), agentId, null, step, now, caller.name(), until, note));
    }

    /** A fresh id for something that is said. */
    public String newId() {
        return ids.get().toString();
    }

    /** What is known of an agent now. */
    public AgentStanding standing(String tenant, String agentId) {
        return ledger.standing(tenant, agentId, time.millis());
    }

    /** The last word of people of a tenant about findings of posture. */
    public Map<String, AgentRuled> findings(String tenant) {
        return ledger.findings(tenant);
    }

    /** Denials of an agent in the last hour. */
    public int denialsInHour(String tenant, String agentId) {
        return ledger.lastHour(tenant, agentId, time.millis()).denials();
    }

    /** Trust that an agent lost in the last hour. */
    public double lostInHour(String tenant, String agentId) {
        return ledger.lostWithinHour(tenant, agentId, time.millis());
    }

    /** Agents of a tenant, those with the least trust first. */
    public List<AgentStanding> list(String tenant, int limit) {
        return ledger.list(tenant, time.millis(), limit);
    }

    /** Down while what other nodes see and people say does not come in. */
    public Health health() {
        Health health = rulings.health();
        return health.equals(Health.UP) ? teller.health() : health;
    }

    @Override
    public void close() {
        rulings.close();
        teller.close();
    }

    private boolean hear(AgentRuled said) {
        ledger.take(said);
        return true;
    }

    private boolean hear(AgentMarked marked) {
        ledger.take(marked);
        return true;
    }
}
