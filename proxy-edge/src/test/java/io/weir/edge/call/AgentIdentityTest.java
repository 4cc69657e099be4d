package io.weir.edge.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

class AgentIdentityTest {

    @Test
    void readsHeadersInAnySpellingAndTakesTheFirst() throws Exception {
        HttpFields headers = HttpFields.build()
                .add("Content-Type", "text/plain")
                .add("x-weir-AGENT", "first")
                .add("X-Weir-Agent", "second")
                .add("X-Weir-Session", "session")
                .add("X-Weir-Task", "task")
                .add("X-Weir-Parent-Trace", "parent")
                .add("X-Weir-Context", "a+b%20c")
                .add("Traceparent", "00-1-2-00")
                .add("baggage", "user=1")
                .add("mcp-session-id", "mcp");

        AgentIdentity agent = AgentIdentity.of(headers, new ProxyCredentials("other", "other", null));

        assertThat(agent.agentId()).isEqualTo("first");
        assertThat(agent.sessionId()).isEqualTo("session");
        assertThat(agent.taskId()).isEqualTo("task");
        assertThat(agent.parentTraceId()).isEqualTo("parent");
        assertThat(agent.userRequest()).isEqualTo("a+b c");
        assertThat(agent.callerHeaders().traceparent()).isEqualTo("00-1-2-00");
        assertThat(agent.callerHeaders().baggage()).isEqualTo("user=1");
        assertThat(agent.callerHeaders().mcpSessionId()).isEqualTo("mcp");
    }

    @Test
    void takesTheCallerWhereHeadersSayNothing() throws Exception {
        AgentIdentity agent = AgentIdentity.of(HttpFields.EMPTY, new ProxyCredentials("agent", "session", null));

        assertThat(agent.agentId()).isEqualTo("agent");
        assertThat(agent.sessionId()).isEqualTo("session");
    }
}
