package io.weir.scanapi.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One operation of the API.
 *
 * @param method the HTTP method
 * @param path as in the OpenAPI document, with names of variable segments in braces
 * @param handler answers it
 */
public record Route(HandlerType method, String path, Handler handler) {

    /** Whether a request for a path is for this route, if its method is. */
    boolean fits(String requested) {
        String[] wanted = path.split("/", -1);
        String[] segments = requested.split("/", -1);
        boolean fits = wanted.length == segments.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].startsWith("{") || wanted[i].equals(segments[i]);
        }
        return fits;
    }
}
