package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;

/**
 * How a call came in.
 *
 * @param url the upstream URL that the agent means, as it wrote it
 * @param caller who the agent says it is to a proxy
 */
record CallEntry(String url, ProxyCredentials caller) {}
