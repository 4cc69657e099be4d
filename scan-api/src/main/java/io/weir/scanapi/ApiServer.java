package io.weir.scanapi;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.scanapi.access.HostGuard;
import io.weir.scanapi.http.Problems;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.http.ServerErrors;
import java.util.List;

/** The HTTP server of the scan API, set as it must be. */
final class ApiServer {

    private ApiServer() {}

    /** A server of these routes that does not listen yet. */
    static Javalin of(ScanApiConfig config, List<Route> routes, MeterRegistry meters) {
        return Javalin.create(javalin -> configure(javalin, config, routes, new Problems(routes, meters)));
    }

    private static void configure(JavalinConfig javalin, ScanApiConfig config, List<Route> routes, Problems problems) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.router.ignoreTrailingSlashes = false;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = Long.MAX_VALUE; // RequestBody bounds what it reads, and says the actual size.
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.jetty.modifyServer(server -> server.setErrorHandler(new ServerErrors()));
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.routes.before(ApiServer::addSafeHeaders);
        if (config.guardsHosts()) {
            HostGuard guard = new HostGuard(config.allowedHosts());
            javalin.routes.before(context -> guard.require(context::header));
        }
        routes.forEach(route -> javalin.routes.addHttpHandler(route.method(), route.path(), route.handler()));
        problems.attach(javalin.routes);
    }

    private static void addSafeHeaders(Context context) {
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
    }
}
