package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What browsers get: pages that run nothing, load nothing of others, and stand in no frame of others. Immutable and
 * safe to share.
 */
public final class Page {

    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final byte[] bytes;

    private Page(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The style of pages.
     *
     * @param resource path of the file in the jar
     */
    public static Page style(String resource) {
        try (InputStream in = Page.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new Page(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with the style. */
    public void answer(Context context) {
        context.header("Cache-Control", "max-age=3600");
        Answers.bytes(context, 200, "text/css; charset=utf-8", bytes);
    }

    /** Answers with a page. */
    public static void answer(Context context, int status, String html) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "same-origin");
        Answers.bytes(context, status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser to another page of ours after a form was taken. */
    public static void goTo(Context context, String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }
}
