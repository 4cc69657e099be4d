package io.weir.launcher.agent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** The parameter that says which agent is meant. */
final class AgentIdParameter {

    @Parameters(paramLabel = "AGENT", description = "The agent_id, as 'weir agent list' shows it.")
    private String agentId = "";

    /** The path of the agent, or of something in it. */
    String path(String inside) {
        return "/v1/agents/"
                + URLEncoder.encode(agentId, StandardCharsets.UTF_8).replace("+", "%20") + inside;
    }
}
