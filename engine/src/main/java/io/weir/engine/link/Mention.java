package io.weir.engine.link;

import java.util.Set;

/**
 * Where a value stood in the session's responses.
 *
 * @param reads positions of the reads that hold it
 * @param instructed whether it stood inside what reads like an instruction where it came up first; an address that was
 *     known as data before is not made suspicious by a later sentence around it
 */
record Mention(Set<Integer> reads, boolean instructed) {}
