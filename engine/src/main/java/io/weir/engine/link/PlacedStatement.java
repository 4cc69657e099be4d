package io.weir.engine.link;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the record that it came in.
 *
 * @param statement what a person has said
 * @param place its record, or null on a host that has none
 */
public record PlacedStatement(Statement statement, @Nullable RecordPlace place) implements Happening {}
