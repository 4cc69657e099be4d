package io.weir.engine.tone;

import io.weir.schemas.word.InstructionTone;

/**
 * A plain name that an order in a text delivers to: a person, a room, an account of a service.
 *
 * @param start first UTF-16 unit of the name
 * @param end one past the last unit
 * @param tone how the text orders it
 */
public record OrderedName(int start, int end, InstructionTone tone) {}
