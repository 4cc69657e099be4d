package io.weir.launcher.agent;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir agent scrutinize}. */
@Command(
        name = "scrutinize",
        mixinStandardHelpOptions = true,
        header = "Watch an agent closely: its calls that go outside wait for people.",
        footerHeading = "%nExamples:%n",
        footer = "  weir agent scrutinize reporter --hours 4")
final class AgentScrutinizeCommand extends AgentRulingCommand {

    private static final int SECONDS_PER_HOUR = 3_600;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "How long; default: ${DEFAULT-VALUE}")
    private int hours = 24;

    AgentScrutinizeCommand() {
        super("/scrutiny");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("seconds", hours * SECONDS_PER_HOUR);
    }
}
