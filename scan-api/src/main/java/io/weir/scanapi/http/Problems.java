package io.weir.scanapi.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.schemas.error.ErrorCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where refusals and failures become RFC 9457 answers. Each is counted by its code. Safe to share between
 * threads.
 */
public final class Problems {

    /** Content type of RFC 9457. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final List<Route> routes;
    private final Map<ErrorCode, Counter> counters = new EnumMap<>(ErrorCode.class);

    /** Problems of these routes, counted here. */
    public Problems(List<Route> routes, MeterRegistry meters) {
        this.routes = List.copyOf(routes);
        for (ErrorCode code : ErrorCode.values()) {
            counters.put(
                    code,
                    Counter.builder("weir.scan.refused")
                            .description("Requests that were answered with a problem, by its code.")
                            .tag("code", code.name())
                            .register(meters));
        }
    }

    /** Registers the handlers for all exceptions. */
    public void attach(RoutesConfig config) {
        config.exception(Refusal.class, (refusal, context) -> write(context, refusal));
        config.exception(
                NotFoundResponse.class,
                (e, context) -> write(context, Refusal.of(ErrorCode.NOT_FOUND, "No resource has this path.")));
        config.exception(MethodNotAllowedResponse.class, (e, context) -> methodNotAllowed(context));
        config.exception(HttpResponseException.class, (e, context) -> internal(context, e));
        config.exception(Exception.class, (e, context) -> internal(context, e));
    }

    private void methodNotAllowed(Context context) {
        String allow = routes.stream()
                .filter(route -> route.fits(context.path()))
                .map(route -> route.method().name())
                .sorted()
                .collect(Collectors.joining(", "));
        context.header("Allow", allow);
        write(context, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "This path answers to " + allow + "."));
    }

    private void internal(Context context, Exception e) {
        // Exception messages may quote what they failed on, so only class and place are logged.
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "event=request_failed path={} cause={} at={}",
                context.endpoint().path,
                e.getClass().getName(),
                trace.length == 0 ? "unknown" : trace[0]);
        write(context, Refusal.of(ErrorCode.INTERNAL, "The request could not be handled; nothing was decided."));
    }

    private void write(Context context, Refusal refusal) {
        ErrorCode code = refusal.code();
        Counter counter = counters.get(code);
        if (counter != null) {
            counter.increment();
        }
        if (code.status() == 503 || code.status() == 429) {
            context.header("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
        }
        if (code == ErrorCode.INVALID_KEY) {
            context.header("WWW-Authenticate", "Bearer");
        }
        UnreadBody.drain(context, code);
        Answers.json(context, code.status(), CONTENT_TYPE, refusal.problem(context.path()));
    }
}
