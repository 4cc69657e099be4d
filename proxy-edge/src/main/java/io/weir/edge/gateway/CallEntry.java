package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;

/**
 * How a call came in.
 *
 * @param url the upstream URL that the agent means, as it wrote it
 * @param caller who the agent says it is to a proxy
 * @param terms what its route adds
 */
record CallEntry(String url, ProxyCredentials caller, RouteTerms terms) {

    /** A call by no route. */
    CallEntry(String url, ProxyCredentials caller) {
        this(url, caller, RouteTerms.NONE);
    }
}
