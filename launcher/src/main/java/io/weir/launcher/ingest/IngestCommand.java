package io.weir.launcher.ingest;

import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.launcher.ExitCode;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.TraceFile;
import io.weir.launcher.trace.TraceUnreadable;
import io.weir.launcher.trace.UserRequests;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir ingest}: posts recorded runs to a scan API. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        header = "Post recorded runs to a scan API.",
        description = {
            "Reads runs of agents as JSON lines, one call or result a line, and posts each to the scan API: events of "
                    + "a session in order, sessions side by side.",
            "What was recorded goes on whatever is decided: the result of a denied call is posted too.",
            "The tenant of an event is heeded by a scan API without keys; otherwise the key decides it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir ingest runs.jsonl.gz",
            "  weir ingest runs.jsonl --context requests.jsonl --json",
            "  weir ingest runs.jsonl --api https://weir.example --api-key-env WEIR_KEY"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every event was posted and answered",
            "1:some failed",
            "2:wrong usage, or the file cannot be read",
            "4:the scan API cannot be reached"
        })
public final class IngestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON lines, plain or gzip.")
    private Path file = Path.of("");

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:4000",
            description = "Base URL of the scan API; default: ${DEFAULT-VALUE}")
    private String api = "http://127.0.0.1:4000";

    @Option(names = "--api-key-env", paramLabel = "NAME", description = "Environment variable that holds the API key.")
    private @Nullable String apiKeyVariable;

    @Option(
            names = "--context",
            paramLabel = "FILE",
            description = "JSON lines with trace_id and user_prompt: what the user asked for in each run.")
    private @Nullable Path context;

    @Option(names = "--limit", paramLabel = "N", description = "Post the first N events only.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "16",
            description = "Sessions at work at once, 1 to 100; default: ${DEFAULT-VALUE}")
    private int concurrency = 16;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private long read;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (concurrency < 1 || concurrency > 100) {
            throw new ParameterException(commandSpec().commandLine(), "--concurrency must be 1 to 100");
        }
        IngestTally tally = new IngestTally();
        UserRequests requests = UserRequests.read(context);
        ScanClient client = new ScanClient(clientConfig());
        long start = System.nanoTime();
        TraceUnreadable fault = post(client, requests, tally);
        report(tally, (System.nanoTime() - start) / 1_000_000);
        return exitCode(tally, fault);
    }

    /** Posts what can be read, and gives what stopped the reading, if anything did. */
    private @Nullable TraceUnreadable post(ScanClient client, UserRequests requests, IngestTally tally)
            throws IOException, InterruptedException {
        ProgressLine progress = ProgressLine.on(commandSpec().commandLine().getErr());
        SessionLanes lanes = new SessionLanes(concurrency, () -> new EventPoster(client, requests, tally));
        try {
            TraceFile.read(file, event -> take(event, lanes, tally, progress));
            return null;
        } catch (TraceUnreadable e) {
            return e;
        } finally {
            lanes.finish();
            progress.clear();
        }
    }

    private void take(TraceEvent event, SessionLanes lanes, IngestTally tally, ProgressLine progress) {
        if (read >= limit || tally.unreachableDetail() != null) {
            return;
        }
        try {
            lanes.submit(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        read++;
        progress.update(read, tally);
    }

    private void report(IngestTally tally, long millis) {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(json ? Json.text(tally.json(millis)) : tally.text(millis));
        out.flush();
    }

    private int exitCode(IngestTally tally, @Nullable TraceUnreadable fault) {
        PrintWriter err = commandSpec().commandLine().getErr();
        if (tally.unreachableDetail() != null) {
            err.println("ingest: " + tally.unreachableDetail() + ". Fix: start 'weir up', or give --api");
            return ExitCode.UNREACHABLE;
        }
        if (fault != null) {
            err.println("ingest: " + fault.getMessage());
            return ExitCode.USAGE;
        }
        return tally.isComplete() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private ScanClientConfig clientConfig() {
        return ConfigSource.empty()
                .read(List.of(ScanClientConfig.SECTION))
                .get(ScanClientConfig.SECTION)
                .withUrl(ScanClientConfig.baseUrl(api))
                .withApiKey(apiKey());
    }

    private Secret apiKey() {
        if (apiKeyVariable == null) {
            return Secret.NONE;
        }
        String key = System.getenv(apiKeyVariable);
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + apiKeyVariable + " is not set");
        }
        return Secret.of(key);
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
