package io.weir.scanapi.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One operation of the API.
 *
 * @param method the HTTP method
 * @param path exact path, as in the OpenAPI document
 * @param handler answers it
 */
public record Route(HandlerType method, String path, Handler handler) {}
