package io.weir.launcher.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command by which a person says something of an agent. */
abstract class AgentRulingCommand extends ApiCommand {

    @Mixin
    private final AgentIdParameter agent = new AgentIdParameter();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; write no secrets into it.")
    private @Nullable String note;

    private final String inside;

    /** Something that is posted to a path inside the agent. */
    AgentRulingCommand(String inside) {
        this.inside = inside;
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        if (note != null) {
            body.put("note", note);
        }
        addTo(body);
        return api.post(agent.path(inside), body);
    }

    /** Adds what else is to be said. */
    void addTo(Map<String, Object> body) {}

    @Override
    protected String text(JsonNode answer) {
        return AgentTexts.whole(answer);
    }
}
