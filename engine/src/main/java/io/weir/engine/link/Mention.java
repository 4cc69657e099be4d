package io.weir.engine.link;

import io.weir.schemas.word.InstructionTone;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stood in the session's responses.
 *
 * @param reads positions of the reads that hold it
 * @param tone how the text spoke of it where it came up first, or null where it only named it; an address that was known
 *     as data before is not made suspicious by a later sentence around it
 */
record Mention(Set<Integer> reads, @Nullable InstructionTone tone) {}
