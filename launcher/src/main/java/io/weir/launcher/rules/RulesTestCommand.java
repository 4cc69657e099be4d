package io.weir.launcher.rules;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.rule.RuleFileException;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir rules test}: what rules find in a text, and where. The text itself is never printed. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        header = "Show which rule finds what where in a text. Places are printed, the text is not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir rules test my-rules.yaml --text 'order by bob@weir.test'",
            "  weir rules test --text - < response.json"
        })
public final class RulesTestCommand implements Callable<Integer> {

    private static final int TEXT_BYTES_MAX = 2_000_000;
    private static final String STANDARD_INPUT = "-";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "A rule file or a directory; default: those shipped")
    private @Nullable Path path;

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The text; - reads standard input")
    private @Nullable String text;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            Detector detector = path == null ? Detector.standard() : new Detector(RuleFiles.load(path));
            Payload payload = PayloadReader.standard().readBody(text());
            print(command.commandLine().getOut(), payload, detector.detect(payload));
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            command.commandLine().getErr().println("rules test: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private String text() throws IOException {
        String given = Objects.requireNonNull(text);
        return given.equals(STANDARD_INPUT) ? read(System.in) : given;
    }

    private static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(TEXT_BYTES_MAX + 1);
        if (bytes.length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the text on standard input is longer than " + TEXT_BYTES_MAX + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void print(PrintWriter out, Payload payload, List<Detection> detections) {
        for (Detection detection : detections) {
            out.println(detection.rule() + "  " + detection.dataClass() + "  " + detection.confidence() + "  "
                    + payload.leaves().get(detection.leaf()).address() + "  " + detection.start() + "-"
                    + detection.end());
        }
        payload.gaps().forEach(gap -> out.println("gap: " + gap));
        out.println(detections.size() + " found in " + payload.leaves().size() + " leaves");
        out.flush();
    }
}
