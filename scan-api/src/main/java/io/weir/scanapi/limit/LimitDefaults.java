package io.weir.scanapi.limit;

/**
 * What holds for credentials that have no limits of their own.
 *
 * @param perMinute calls a minute, 0 for any number
 * @param perMonth calls a month, 0 for any number
 * @param tellMillis how often nodes tell each other what they have counted
 */
public record LimitDefaults(int perMinute, int perMonth, long tellMillis) {}
