package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.weir.platform.json.Json;

/** Writes JSON answers. */
public final class Answers {

    private Answers() {}

    /** Answers 200 with a record or JSON value. */
    public static void json(Context context, Object value) {
        json(context, 200, "application/json", value);
    }

    /** Answers with a status and a content type. */
    public static void json(Context context, int status, String contentType, Object value) {
        context.status(status).contentType(contentType).result(Json.bytes(value));
    }
}
