package io.weir.launcher.export;

import io.weir.launcher.ExitCode;
import io.weir.launcher.api.ApiOptions;
import io.weir.launcher.api.ApiRefused;
import io.weir.scanapi.export.ExportFormat;
import io.weir.schemas.word.Decision;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir export}: writes decisions of the past as other systems read them. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Export decisions of the past.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir export --format csv --since 2026-11-01T00:00:00Z --out november.csv",
            "  weir export --format splunk --decision deny"
        })
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "NDJSON",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private ExportFormat format = ExportFormat.NDJSON;

    @Option(names = "--since", paramLabel = "TIME", description = "From this time on; default: a day ago")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before this time; default: now")
    private @Nullable String until;

    @Option(names = "--agent", paramLabel = "AGENT", description = "Only of this agent.")
    private @Nullable String agent;

    @Option(names = "--tool", paramLabel = "TOOL", description = "Only of this tool.")
    private @Nullable String tool;

    @Option(names = "--env", paramLabel = "NAME", description = "Only in this environment.")
    private @Nullable String environment;

    @Option(names = "--decision", paramLabel = "DECISION", description = "Only these: ${COMPLETION-CANDIDATES}")
    private @Nullable Decision decision;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only where a rule of a policy with this tag matched.")
    private @Nullable String tag;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; default: standard output")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try (OutputStream stream = open(command.getOut())) {
            api.connect().download(path(), stream);
            return ExitCode.OK;
        } catch (ApiRefused e) {
            PrintWriter err = command.getErr();
            err.println(command.getCommandName() + ": " + e.getMessage());
            err.flush();
            return ExitCode.FINDINGS;
        }
    }

    private OutputStream open(PrintWriter console) throws IOException {
        return new BufferedOutputStream(out == null ? new ConsoleStream(console) : new FileOutputStream(out.toFile()));
    }

    private String path() {
        StringJoiner query = new StringJoiner("&", "/v1/decisions/export?", "");
        query.add("format=" + format.name().toLowerCase(Locale.ROOT));
        add(query, "since", since);
        add(query, "until", until);
        add(query, "agent", agent);
        add(query, "tool", tool);
        add(query, "env", environment);
        add(query, "decision", decision == null ? null : decision.name());
        add(query, "tag", tag);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
