package io.weir.scanapi;

import io.weir.scanapi.key.Keys;
import io.weir.scanapi.key.Signatures;
import io.weir.scanapi.limit.ScanLimits;

/**
 * What a call costs the credential that it comes with, and how it is told where none is sent.
 *
 * @param limits calls a minute and a month
 * @param keys calls that a key is good for in all
 * @param signatures of agents that send no key
 */
record Charges(ScanLimits limits, Keys keys, Signatures signatures) {}
