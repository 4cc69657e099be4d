package io.weir.engine.posture;

import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.PostureRule;
import io.weir.schemas.word.PostureState;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people say of findings. Of what they say of one finding and of all that its rule finds, the later word counts.
 * Where the operator's settings accept a finding, nothing else counts. Immutable.
 *
 * @param accepted findings that the operator's settings accept: {@code RULE} or {@code RULE:subject}
 * @param said the last word about each, under the same names
 */
public record Remarks(Set<String> accepted, Map<String, AgentRuled> said) {

    /** Nothing is said. */
    public static final Remarks NONE = new Remarks(Set.of(), Map.of());

    /** Copies the collections. */
    public Remarks {
        accepted = Set.copyOf(accepted);
        said = Map.copyOf(said);
    }

    /** Whether the settings accept a finding. */
    boolean accept(PostureRule rule, String subject) {
        return accepted.contains(rule.name()) || accepted.contains(rule + ":" + subject);
    }

    /** The word that counts about a finding, or null. */
    @Nullable
    AgentRuled last(PostureRule rule, String subject) {
        AgentRuled one = said.get(rule + ":" + subject);
        AgentRuled all = said.get(rule.name());
        return one == null || (all != null && all.timeMillis() > one.timeMillis()) ? all : one;
    }

    /** What a word comes to at a time. */
    static PostureState state(AgentRuled word, long timeMillis) {
        Long until = word.untilMillis();
        return switch (word.step()) {
            case FINDING_ACCEPTED -> PostureState.ACCEPTED;
            case FINDING_ACKNOWLEDGED -> PostureState.ACKNOWLEDGED;
            // What is found a day later was not resolved.
            case FINDING_RESOLVED -> until != null && timeMillis < until ? PostureState.RESOLVED : PostureState.OPEN;
            default -> PostureState.OPEN;
        };
    }
}
