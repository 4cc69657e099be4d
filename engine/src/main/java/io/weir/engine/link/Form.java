package io.weir.engine.link;

import java.util.function.Function;

/**
 * The form in which a host keeps something in a state table: that of its topic, so that both evolve alike.
 *
 * @param encode writes it
 * @param decode reads it
 */
public record Form<T>(Function<T, byte[]> encode, Function<byte[], T> decode) {}
