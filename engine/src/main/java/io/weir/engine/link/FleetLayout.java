package io.weir.engine.link;

import io.weir.schemas.event.SessionEvent;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the reads of a tenant are spread over buckets: the sessions are in groups, by a hash of their key, and each group
 * has one bucket. A session tells the bucket of its own group what it has read and asks those of all groups what it may
 * write.
 *
 * <p>So each read makes one record whatever the number of groups, and each group remembers as much as a whole tenant
 * does that has but one. More groups can be set at any time: what was read before is still asked for. With fewer, what
 * the groups above have read is no longer found.
 *
 * @param groups number of groups
 */
public record FleetLayout(int groups) {

    /** The most groups that a tenant may have: a call that goes outside makes as many records. */
    public static final int GROUPS_MAX = 256;

    /** All sessions of a tenant in one group. */
    public static final FleetLayout ONE_GROUP = new FleetLayout(1);

    /** Checks the number. */
    public FleetLayout {
        if (groups < 1 || groups > GROUPS_MAX || Integer.bitCount(groups) != 1) {
            throw new IllegalArgumentException("groups must be a power of two from 1 to " + GROUPS_MAX);
        }
    }

    /** The part of a read, for the group of its session; none if it holds nothing. */
    List<FleetPart> ofRead(SessionEvent event, SessionRead read, LossListener losses) {
        int group = groupOf(event.principal().sessionKey());
        return FleetParts.ofRead(event, read, losses).stream()
                .map(part -> part.in(group, 1))
                .toList();
    }

    /** The parts of a write, one for each group, all with the call enclosed; none if it holds nothing. */
    List<FleetPart> ofWrite(SessionEvent event, Write write, Enclosure call, LossListener losses) {
        return FleetParts.ofWrite(event, write, call, losses).stream()
                .flatMap(part -> IntStream.range(0, groups).mapToObj(group -> part.in(group, groups)))
                .toList();
    }

    /**
     * The sum over the units that {@link String#hashCode} is specified as, mixed so that its low bits depend on all.
     */
    private int groupOf(String sessionKey) {
        int hash = sessionKey.hashCode() * 0x9e3779b9;
        return hash >>> 16 & groups - 1;
    }
}
