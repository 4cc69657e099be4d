package io.weir.scanapi.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.weir.scanapi.access.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of our pages, which no script reads and which goes over https only, but for loopback.
 *
 * @param name of the cookie
 * @param path below which it is sent
 */
public record PageCookie(String name, String path) {

    /** Its value in a request; null where there is none. */
    public @Nullable String in(Context context) {
        return context.cookie(name);
    }

    /** Sets it for some seconds. */
    public void set(Context context, String value, int seconds) {
        // Some browsers keep no cookie that is for https only where loopback is asked over http.
        // Lax, not strict: people come from links in messages, and from the identity provider.
        boolean secure = !Loopback.isLoopback(context.req().getServerName());
        context.cookie(new Cookie(name, value, path, seconds, secure, true, null, SameSite.LAX));
    }

    /** Makes the browser forget it. */
    public void clear(Context context) {
        set(context, "", 0);
    }
}
