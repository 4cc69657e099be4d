package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of one leaf.
 *
 * @param address JSON pointer of the leaf
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
public record Span(
        @JsonProperty("address") String address,
        @JsonProperty("start") int start,
        @JsonProperty("end") int end) {

    /** Whether both have a unit in common. */
    public boolean overlaps(Span other) {
        return address.equals(other.address) && start < other.end && other.start < end;
    }

    /** Length in UTF-16 units. */
    public int length() {
        return end - start;
    }
}
