package io.weir.launcher.demo;

import org.jspecify.annotations.Nullable;

/**
 * One call that an agent of the demo makes.
 *
 * @param method HTTP method
 * @param service which of the two services, by the name that the account uses
 * @param path path on the service
 * @param body JSON value to send, or null
 * @param remark what to know about it, a line for people
 */
record Step(
        String method,
        String service,
        String path,
        @Nullable Object body,
        String remark) {

    /** The call in few words. */
    String words() {
        return method + " " + service + path;
    }
}
