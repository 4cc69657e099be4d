package io.weir.scanapi;

import io.javalin.Javalin;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.platform.health.HealthCheck;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.agent.AgentHomes;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.incident.CaseWatch;
import io.weir.scanapi.incident.IncidentDesk;
import io.weir.scanapi.key.KeyRing;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.key.NonceLog;
import io.weir.scanapi.key.Signatures;
import io.weir.scanapi.limit.ScanLimits;
import io.weir.scanapi.posture.PostureDesk;
import io.weir.scanapi.recall.Declassifications;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.recall.Recollection;
import io.weir.scanapi.recall.TaintTable;
import io.weir.scanapi.repeat.Repeats;
import io.weir.scanapi.scan.CallScans;
import io.weir.scanapi.scan.CallTable;
import io.weir.scanapi.scan.Occasions;
import io.weir.scanapi.scan.Recorder;
import io.weir.scanapi.scan.ResponseScans;
import io.weir.scanapi.scan.ScanMeters;
import io.weir.scanapi.scan.SessionLane;
import io.weir.scanapi.scan.WarmUp;
import io.weir.scanapi.session.Restoration;
import io.weir.scanapi.session.SessionStates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scan API: an HTTP server that judges calls before they run. */
public final class ScanApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScanApi.class);

    private final ScanApiConfig config;
    private final ScanApiParts parts;
    private final Admission admission;
    private final Map<String, HealthCheck> checks;
    private final List<Runnable> closings;
    private final List<Route> routes;
    private final Javalin server;
    private final int port;

    private ScanApi(
            ScanApiConfig config,
            ScanApiParts parts,
            Admission admission,
            Map<String, HealthCheck> checks,
            List<Runnable> closings,
            List<Route> routes,
            Javalin server) {
        this.config = config;
        this.parts = parts;
        this.admission = admission;
        this.checks = checks;
        this.closings = closings;
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
        Declassifications declassifications = Declassifications.open(parts.logs(), parts.time(), meters);
        TaintTable table = new TaintTable(recall, parts.time(), meters);
        Recollection recollection = new Recollection(table, parts.taints(), declassifications, recall, meters);
        parts.taints().feed().follow(table);
        CallTable calls = new CallTable(config.callsMax(), meters);
        Occasions occasions = new Occasions(config.environment(), parts.time(), parts.ids());
        ScanMeters scanMeters = new ScanMeters(meters);
        Admission admission = new Admission(config.requestsMax());
        Gauge.builder("weir.scan.requests.active", admission, Admission::atWork)
                .description("Requests at work now.")
                .register(meters);
        KeyRing ring = new KeyRing(parts.time(), meters);
        Keys keys = Keys.open(ring, parts.logs(), parts.agentSecrets(), config.publishMillisMax(), parts.time());
        ScanLimits limits = ScanLimits.open(
                parts.logs(), config.limitDefaults(), parts.ids().get().toString(), parts.time());
        Access access = new Access(config.apiKeys(), ring, config.isOpen());
        RequestBody body = new RequestBody(config.bodyBytesMax(), Duration.ofMillis(config.bodyMillisMax()));
        HeldCalls held = HeldCalls.open(approvals, config.publishMillisMax(), parts);
        CaseDesks desks = CaseDesks.open(parts, held.desk(), config.publishMillisMax());
        AgentDesk agents = desks.agents();
        PostureDesk posture = new PostureDesk(
                keys,
                limits,
                agents,
                parts.policies(),
                new PostureDesk.Settings(Set.copyOf(parts.cases().agents().postureAccepted()), config.environment()),
                parts.time());
        IncidentDesk incidents = desks.incidents();
        ExecutorService caseWork = Workers.cases();
        CaseWatch cases = new CaseWatch(
                parts.cases().incidents(),
                agents,
                incidents,
                parts.cases().habits(),
                parts.cases().budgets(),
                desks.responder(),
                caseWork);
        parts.cases().alerts().follow(cases::alerted);
        NonceLog nonces = NonceLog.open(parts.logs(), parts.ids(), config.publishMillisMax());
        Charges charges = new Charges(limits, keys, new Signatures(ring, parts.agentSecrets(), nonces, parts.time()));
        CallScans callScans = new CallScans(
                parts.judge(),
                lane,
                recollection,
                held.desk(),
                held.codes(),
                calls,
                occasions,
                scanMeters,
                new AgentHomes(ring::homes),
                agents,
                cases,
                parts.cases().adviser());
        ResponseScans responseScans =
                new ResponseScans(parts.judge(), lane, parts.taints().publisher(), calls, occasions, scanMeters);
        ApprovalSteps steps = new ApprovalSteps(held.desk(), cases);
        PeopleRoutes people = new PeopleRoutes(parts, access, body, admission);
        List<Route> routes = Routes.of(
                new ScanRoutes(
                        access, charges, body, callScans, responseScans, scanMeters, new Repeats(parts.time(), meters)),
                new KeyRoutes(access, body, keys, limits),
                new ApprovalRoutes(access, body, held.desk(), held.codes(), steps, parts.time()),
                people.remote(steps),
                new PolicyRoutes(access, body, parts.policies()),
                new AgentRoutes(access, body, agents, parts.time()),
                new IncidentRoutes(access, body, desks, keys),
                new PostureRoutes(access, body, posture),
                new ExportRoutes(access, parts.cases().exports(), parts.time()),
                new OperationRoutes(access, parts.metrics(), parts.readiness()),
                admission);

        int warmUpCalls = new WarmUp(parts.judge()).run(config.warmUpCalls(), config.warmUpMillisMax());
        if (recall.restoreMinutes() > 0) {
            new Restoration(parts.judge(), states, parts.cases().habits())
                    .run(
                            parts.cases().exports().history(),
                            parts.time().millis()
                                    - Duration.ofMinutes(recall.restoreMinutes())
                                            .toMillis(),
                            Duration.ofMillis(recall.startMillisMax()));
        }
        boolean caughtUp = parts.taints().feed().awaitCaughtUp(Duration.ofMillis(recall.startMillisMax()));
        Javalin server = ApiServer.of(
                config,
                Stream.concat(routes.stream(), people.pages(held.desk(), steps, desks, posture).stream())
                        .toList(),
                meters);
        ScanApi api = new ScanApi(
                config,
                parts,
                admission,
                new TreeMap<>(Map.of(
                        "events", recorder::health,
                        "approvals", held.log()::health,
                        "taints", parts.taints().feed()::health,
                        "keys", keys::health,
                        "limits", limits::health,
                        "nonces", nonces::health,
                        "agents", agents::health,
                        "incidents", incidents::health,
                        "alerts", parts.cases().alerts()::health,
                        "declassifications", declassifications::health)),
                List.of(
                        caseWork::shutdownNow,
                        held.work()::shutdownNow,
                        incidents::close,
                        agents::close,
                        held.log()::close,
                        limits::close,
                        nonces::close,
                        keys::close,
                        declassifications::close),
                routes,
                server.start(config.host(), config.port()));
        api.checks.forEach(parts.readiness()::register);
        LOG.info(
                "event=scan_api_started url={} warm_up_calls={} caught_up={} open_mode={}",
                api.url(),
                warmUpCalls,
                caughtUp,
                config.isOpen());
        return api;
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
        checks.keySet().forEach(parts.readiness()::unregister);
        server.stop();
        closings.forEach(Runnable::run);
        LOG.info("event=scan_api_stopped");
    }
}
