package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes JSON answers. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Answers 200 with a record or JSON value. */
    public static void json(Context context, Object value) {
        json(context, 200, "application/json", value);
    }

    /**
     * Answers with a status and a content type. The answer is out when this returns, so that a handler that has ended
     * owes its caller nothing.
     */
    public static void json(Context context, int status, String contentType, Object value) {
        bytes(context, status, contentType, Json.bytes(value));
    }

    /** As the other, with a body that is written already. */
    public static void bytes(Context context, int status, String contentType, byte[] body) {
        context.status(status).contentType(contentType);
        context.res().setContentLength(body.length);
        try (OutputStream out = context.outputStream()) {
            out.write(body);
        } catch (IOException e) {
            // The caller has gone, or has all it needs and closed the connection: nobody is left to be told.
            LOG.debug("event=caller_gone status={}", status);
        }
    }
}
