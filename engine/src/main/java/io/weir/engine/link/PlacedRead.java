package io.weir.engine.link;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import org.jspecify.annotations.Nullable;

/**
 * A response and the record that it came in.
 *
 * @param response what was read
 * @param place its record, or null on a host that has none
 */
public record PlacedRead(
        ResponseObserved response, @Nullable RecordPlace place) {}
