package io.weir.edge.gateway;

import io.weir.platform.health.HealthReport;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What operators ask: {@code /-/health}, {@code /-/ready}, {@code /-/metrics}; and the answer to all unknown paths. */
final class OperationsHandler extends Handler.Abstract {

    private final Readiness readiness;
    private final Metrics metrics;

    OperationsHandler(Readiness readiness, Metrics metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request.getHttpURI().getPath(), response);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private void answer(String path, Response response) throws IOException {
        switch (path) {
            case "/-/health" -> Answers.json(response, 200, Map.of("status", "ok"));
            case "/-/ready" -> answerReadiness(response);
            case "/-/metrics" -> Answers.text(response, Metrics.CONTENT_TYPE, metrics.scrape());
            default ->
                Answers.problem(
                        response,
                        ErrorCode.NOT_FOUND,
                        "The gateway answers under /proxy/<upstream-url>, and at /-/health, /-/ready and /-/metrics.");
        }
    }

    private void answerReadiness(Response response) throws IOException {
        HealthReport report = readiness.report();
        Answers.json(response, report.ready() ? 200 : 503, report);
    }
}
