package io.weir.launcher.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.platform.json.Json;
import io.weir.schemas.api.EvidenceAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir incident evidence}: from which reads content came to which writes. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        header = "Show what an incident rests on: both sides of each connection, masked.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir incident evidence 7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "  weir incident evidence 7c9e6679-7425-40de-944b-e07fc1f90ae7 --form mermaid"
        })
final class IncidentEvidenceCommand extends ApiCommand {

    /** How the evidence is shown. */
    enum Form {
        TEXT,
        MERMAID,
        DOT
    }

    @Mixin
    private final IncidentIdParameter incident = new IncidentIdParameter();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "${COMPLETION-CANDIDATES}; the last two draw the graph. Default: ${DEFAULT-VALUE}")
    private Form form = Form.TEXT;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get(incident.path("/evidence"));
    }

    @Override
    protected String text(JsonNode answer) {
        EvidenceAnswer evidence = read(answer);
        return switch (form) {
            case TEXT -> EvidenceTexts.of(evidence);
            case MERMAID -> GraphDrawing.mermaid(evidence.graph());
            case DOT -> GraphDrawing.dot(evidence.graph());
        };
    }

    private static EvidenceAnswer read(JsonNode answer) {
        try {
            return Json.mapper().treeToValue(answer, EvidenceAnswer.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the answer is not evidence as this version knows it", e);
        }
    }
}
