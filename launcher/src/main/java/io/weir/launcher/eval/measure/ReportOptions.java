package io.weir.launcher.eval.measure;

import io.weir.platform.json.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a report is to be printed. */
public final class ReportOptions {

    @Option(names = "--failures", description = "Tell each thing that was judged wrongly: ids and places, no text.")
    private boolean failures;

    @Option(names = "--show-text", description = "With --failures: the text as well.")
    private boolean showText;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Whether failures carry their text. */
    public boolean showText() {
        return showText;
    }

    /** Prints a report. */
    public void print(PrintWriter out, Report report) {
        if (json) {
            out.println(Json.text(report.json(failures)));
        } else {
            if (failures) {
                report.failures().forEach(out::println);
                out.println();
            }
            out.print(report.text());
        }
        out.flush();
    }
}
