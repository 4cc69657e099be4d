package io.weir.scanapi;

import io.weir.engine.key.HmacKey;
import io.weir.scanapi.console.ConsoleConfig;

/**
 * How people decide who send no token with each request.
 *
 * @param console settings of the pages
 * @param key the master key, which all nodes have
 */
public record PeopleParts(ConsoleConfig console, HmacKey key) {}
