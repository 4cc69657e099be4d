package io.weir.launcher.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.launcher.api.NoteOption;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command by which a person says something of an agent. */
abstract class AgentRulingCommand extends ApiCommand {

    @Mixin
    private final AgentIdParameter agent = new AgentIdParameter();

    @Mixin
    private final NoteOption note = new NoteOption();

    private final String inside;

    /** Something that is posted to a path inside the agent. */
    AgentRulingCommand(String inside) {
        this.inside = inside;
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        note.addTo(body);
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
