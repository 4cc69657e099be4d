package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.decide.Decider;
import io.weir.platform.Build;
import io.weir.platform.health.HealthReport;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.http.Answers;
import io.weir.schemas.api.ScanRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The routes that operators and their tools ask. */
final class OperationRoutes {

    private static final String DOCUMENT = "/io/weir/schemas/openapi.json";

    private final Access access;
    private final Metrics metrics;
    private final Readiness readiness;
    private final byte[] document = readDocument();

    OperationRoutes(Access access, Metrics metrics, Readiness readiness) {
        this.access = access;
        this.metrics = metrics;
        this.readiness = readiness;
    }

    /** Says that the process answers. A key is optional here; one that is sent must be valid, as SDKs test it so. */
    void health(Context context) {
        if (context.header("Authorization") != null) {
            access.identify(context);
        }
        Map<String, String> health = new LinkedHashMap<>();
        health.put("status", "ok");
        health.put("version", Build.version());
        Answers.json(context, health);
    }

    /** Says which build this is, and which judgement it makes. */
    void build(Context context) {
        Map<String, String> build = new LinkedHashMap<>();
        build.put("version", Build.version());
        build.put("judgement", Decider.POLICY_VERSION);
        build.put("java", Runtime.version().toString());
        Answers.json(context, build);
    }

    void ready(Context context) {
        HealthReport report = readiness.report();
        Answers.json(context, report.ready() ? 200 : 503, "application/json", report);
    }

    void metrics(Context context) {
        context.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape());
    }

    void openApi(Context context) {
        context.contentType("application/json").result(document);
    }

    private static byte[] readDocument() {
        try (InputStream in = ScanRequest.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException(DOCUMENT + " is missing from the schemas jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
