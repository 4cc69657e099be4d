package io.weir.engine.link;

import io.weir.schemas.event.Link;
import java.util.List;

/**
 * What several calls together have taken out of one read.
 *
 * @param link the read, and the call that made it enough
 * @param calls the calls that took something, by time, at most 64
 */
record Drip(Link link, List<Coverage.Call> calls) {}
