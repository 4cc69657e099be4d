package io.weir.engine.policy;

/**
 * A well-known service and what is asked of it.
 *
 * @param service its name, or the empty text
 * @param operation what is asked, or the empty text
 */
record ServiceCall(String service, String operation) {

    /** No service that we know. */
    static final ServiceCall NONE = new ServiceCall("", "");
}
