package io.weir.engine.link;

import io.weir.schemas.word.InstructionTone;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stood in the session's responses.
 *
 * @param reads positions of the reads that hold it
 * @param tone OVERRIDE where any text ordered it above the task; otherwise how the first text spoke of it, or null
 *     where that one only named it: an address that was known as data before is not made suspicious by a later plain
 *     sentence
 */
record Mention(Set<Integer> reads, @Nullable InstructionTone tone) {}
