package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command by which a person takes a step on one incident. */
abstract class IncidentStepCommand extends ApiCommand {

    @Mixin
    private final IncidentIdParameter incident = new IncidentIdParameter();

    private final String inside;

    /** A step that is posted to a path inside the incident. */
    IncidentStepCommand(String inside) {
        this.inside = inside;
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        addTo(body);
        return api.post(incident.path(inside), body);
    }

    /** Adds what the step says. */
    abstract void addTo(Map<String, Object> body);

    @Override
    protected String text(JsonNode answer) {
        return IncidentTexts.whole(answer);
    }
}
