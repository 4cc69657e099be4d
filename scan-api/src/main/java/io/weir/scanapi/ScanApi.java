package io.weir.scanapi;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.HostGuard;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.Problems;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.http.ServerErrors;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.recall.Recollection;
import io.weir.scanapi.recall.TaintTable;
import io.weir.scanapi.scan.CallScans;
import io.weir.scanapi.scan.CallTable;
import io.weir.scanapi.scan.Occasions;
import io.weir.scanapi.scan.Recorder;
import io.weir.scanapi.scan.ResponseScans;
import io.weir.scanapi.scan.ScanMeters;
import io.weir.scanapi.scan.SessionLane;
import io.weir.scanapi.scan.WarmUp;
import io.weir.scanapi.session.SessionStates;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scan API: an HTTP server that judges calls before they run. */
public final class ScanApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScanApi.class);

    private static final String RECORDER_CHECK = "events";
    private static final String APPROVALS_CHECK = "approvals";
    private static final String TAINTS_CHECK = "taints";

    private final ScanApiConfig config;
    private final ScanApiParts parts;
    private final Admission admission;
    private final ApprovalDesk desk;
    private final List<Route> routes;
    private final Javalin server;
    private final int port;

    private ScanApi(
            ScanApiConfig config,
            ScanApiParts parts,
            Admission admission,
            ApprovalDesk desk,
            List<Route> routes,
            Javalin server) {
        this.config = config;
        this.parts = parts;
        this.admission = admission;
        this.desk = desk;
        this.routes = routes;
        this.server = server;
        this.port = server.port();
    }

    /**
     * Wires the API, warms it up and opens its port.
     *
     * @throws io.javalin.util.JavalinException if the port cannot be bound
     */
    public static ScanApi start(
            ScanApiConfig config, ApprovalConfig approvals, RecallConfig recall, ScanApiParts parts) {
        MeterRegistry meters = parts.metrics().registry();
        SessionStates states = new SessionStates(config.sessionsMax(), config.sessionBytesMax(), meters);
        Recorder recorder = new Recorder(parts.publisher(), config.publishMillisMax(), parts.time());
        SessionLane lane = new SessionLane(states, recorder);
        TaintTable table = new TaintTable(recall, parts.time(), meters);
        Recollection recollection = new Recollection(table, parts.taints(), recall, meters);
        parts.taints().feed().follow(table);
        CallTable calls = new CallTable(config.callsMax(), meters);
        Occasions occasions = new Occasions(config.environment(), parts.time(), parts.ids());
        ScanMeters scanMeters = new ScanMeters(meters);
        Admission admission = new Admission(config.requestsMax());
        Gauge.builder("weir.scan.requests.active", admission, Admission::atWork)
                .description("Requests at work now.")
                .register(meters);
        Access access = new Access(config.apiKeys(), config.isOpen());
        RequestBody body = new RequestBody(config.bodyBytesMax(), Duration.ofMillis(config.bodyMillisMax()));
        ApprovalDesk desk = new ApprovalDesk(
                approvals, parts.digests(), parts.logs(), parts.time(), parts.ids(), config.publishMillisMax(), meters);
        ScanRoutes scanRoutes = new ScanRoutes(
                access,
                body,
                new CallScans(parts.judge(), lane, recollection, desk, calls, occasions, scanMeters),
                new ResponseScans(parts.judge(), lane, parts.taints().publisher(), calls, occasions, scanMeters),
                scanMeters);
        OperationRoutes operationRoutes = new OperationRoutes(access, parts.metrics(), parts.readiness());
        List<Route> routes =
                Routes.of(scanRoutes, new ApprovalRoutes(access, body, desk, parts.time()), operationRoutes, admission);

        int warmUpCalls = new WarmUp(parts.judge()).run(config.warmUpCalls(), config.warmUpMillisMax());
        boolean caughtUp = parts.taints().feed().awaitCaughtUp(Duration.ofMillis(recall.startMillisMax()));
        Javalin server = Javalin.create(javalin -> configure(javalin, config, routes, new Problems(routes, meters)));
        ScanApi api = new ScanApi(config, parts, admission, desk, routes, server.start(config.host(), config.port()));
        parts.readiness().register(RECORDER_CHECK, recorder::health);
        parts.readiness().register(APPROVALS_CHECK, desk::health);
        parts.readiness().register(TAINTS_CHECK, parts.taints().feed()::health);
        LOG.info(
                "event=scan_api_started url={} warm_up_calls={} caught_up={} open_mode={}",
                api.url(),
                warmUpCalls,
                caughtUp,
                config.isOpen());
        return api;
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
        javalin.routes.before(ScanApi::addSafeHeaders);
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

    /** The port that was opened. */
    public int port() {
        return port;
    }

    /** The address of the API, for example {@code http://127.0.0.1:4000}. */
    public String url() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return "http://" + host + ":" + port();
    }

    /** The operations that are served. */
    List<Route> routes() {
        return routes;
    }

    /** Finishes what is at work, within the time that storing an event may take, and closes the port. Idempotent. */
    @Override
    public synchronized void close() {
        // Events of requests at work may be stored already, so their callers should learn the decision.
        admission.closeAfter(Duration.ofMillis(config.publishMillisMax()));
        parts.readiness().unregister(RECORDER_CHECK);
        parts.readiness().unregister(APPROVALS_CHECK);
        parts.readiness().unregister(TAINTS_CHECK);
        server.stop();
        desk.close();
        LOG.info("event=scan_api_stopped");
    }
}
