package io.weir.engine.detect;

/** Gives the search that holds for a tenant at a time. Asked once for each call and each response. */
@FunctionalInterface
public interface SearchSource {

    /**
     * The search.
     *
     * @param timeMillis event time, which decides what has expired
     */
    Search of(String tenant, long timeMillis);
}
