package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.engine.policy.PolicySource;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node knows again after a restart. */
class RestorationTest {

    @TempDir
    private Path folder;

    @Test
    void theTransitionsOfASessionGoOnAfterARestart() throws IOException {
        Files.writeString(folder.resolve("flow.json"), """
            {"name": "flow", "description": "d", "expected_workflow": "w",
             "allowed_tools": ["read_file", "send_email", "get_time"],
             "allowed_transitions": {"read_file": ["get_time"], "get_time": ["send_email"]}}\
            """);
        try (PolicyWatch policies =
                        PolicyWatch.start(PolicyChoice.of(folder), Duration.ofHours(1), new SimpleMeterRegistry());
                RunningApi before = RunningApi.startWith(policies)) {
            assertThat(decision(before, "read_file")).isEqualTo("ALLOW");

            try (RunningApi after = before.restarted(policies)) {
                assertThat(decision(after, "send_email")).isEqualTo("DENY");
                assertThat(decision(after, "get_time")).isEqualTo("ALLOW");
            }
            try (RunningApi again = before.restarted(policies)) {
                assertThat(decision(again, "send_email")).isEqualTo("ALLOW");
            }
        }
    }

    @Test
    void transitionsThatAreToldApartByServerGoOnToo() throws IOException {
        Files.writeString(folder.resolve("deployment.json"), """
            {"servers": [{"name": "one", "url": "http://127.0.0.1:1/mcp", "policy": "flow.json"},
                         {"name": "two", "url": "http://127.0.0.1:2/mcp", "policy": "flow.json"}]}\
            """);
        Files.writeString(folder.resolve("flow.json"), """
            {"name": "flow", "description": "d", "expected_workflow": "w",
             "allowed_transitions": {"read_file": ["get_time"]}}\
            """);
        try (PolicyWatch policies =
                        PolicyWatch.start(PolicyChoice.of(folder), Duration.ofHours(1), new SimpleMeterRegistry());
                RunningApi before = RunningApi.startWith(policies)) {
            assertThat(decision(before, "read_file", "one")).isEqualTo("ALLOW");
            assertThat(decision(before, "get_time", "two")).isEqualTo("ALLOW");

            try (RunningApi after = before.restarted(policies)) {
                assertThat(decision(after, "send_email", "one")).isEqualTo("DENY");
                assertThat(decision(after, "send_email", "two")).isEqualTo("ALLOW");
            }
        }
    }

    @Test
    void theHabitsOfAnAgentAreKnownAgain() {
        try (RunningApi before = RunningApi.start()) {
            for (int i = 0; i < 50; i++) {
                decision(before, "get_time");
            }

            try (RunningApi after = before.restarted(PolicySource.NONE)) {
                assertThat(after.scan(call("wipe_disk")).body()).contains("new operation");
            }
        }
    }

    private static String decision(RunningApi api, String tool) {
        return RunningApi.json(api.scan(call(tool))).path("decision").asText();
    }

    private static String decision(RunningApi api, String tool, String server) {
        String call = call(tool).replace("\"body\"", "\"headers\":{\"X-Weir-Server\":\"" + server + "\"},\"body\"");
        return RunningApi.json(api.scan(call)).path("decision").asText();
    }

    private static String call(String tool) {
        return "{\"method\":\"POST\",\"url\":\"mcp://" + tool + "\",\"session_id\":\"run\",\"body\":{}}";
    }
}
