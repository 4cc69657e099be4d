package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.json.Json;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.JsonTrees;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No body brings the service down: it is decided or refused with a catalogued 4xx. */
class AnyBodyTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();
    private static final int RUNS = 100;

    /** A request of members that are each plausible, wrong or odd. */
    private static final Gen<byte[]> REQUESTS = choices -> {
        Map<String, @Nullable Object> request =
                new LinkedHashMap<>(JsonTrees.objects().from(choices));
        for (String name : List.of("method", "url", "headers", "agent_id", "session_id", "context", "trace_id")) {
            switch (Generators.ints(0, 4).from(choices)) {
                case 0 -> request.put(name, Texts.utf16().from(choices));
                case 1 -> request.put(name, JsonTrees.objects().from(choices));
                case 2 -> request.put(name, "mcp://tool");
                case 3 -> request.put(name, null);
                default -> request.remove(name);
            }
        }
        return Json.bytes(request);
    };

    /** A request with some bytes changed. */
    private static final Gen<byte[]> DAMAGED = choices -> {
        byte[] bytes = REQUESTS.from(choices);
        int changes = Generators.ints(1, 5).from(choices);
        for (int i = 0; i < changes; i++) {
            bytes[Generators.ints(0, bytes.length - 1).from(choices)] =
                    Generators.ints(-128, 127).from(choices).byteValue();
        }
        return bytes;
    };

    @Test
    void decidesOrRefuses() {
        try (RunningApi api = RunningApi.start()) {
            for (String path : List.of("/v1/scan", "/v1/scan/response")) {
                Property.runs(RUNS).check(REQUESTS, body -> assertAnswered(api, path, body));
                Property.runs(RUNS).check(DAMAGED, body -> assertAnswered(api, path, body));
            }
            assertThat(api.metrics.scrape()).contains("weir_scan_refused_total{code=\"INTERNAL\"} 0.0");
        }
    }

    private static void assertAnswered(RunningApi api, String path, byte[] body) {
        HttpResponse<String> response =
                api.send(HttpRequest.newBuilder(api.uri(path)).POST(BodyPublishers.ofByteArray(body)));

        String sent = new String(body, StandardCharsets.ISO_8859_1);
        if (response.statusCode() == 200) {
            DOCUMENT.assertValid(path.endsWith("response") ? "ResponseScanAnswer" : "ScanAnswer", response.body());
        } else {
            assertThat(response.statusCode()).as(sent).isEqualTo(400);
            DOCUMENT.assertValid("Problem", response.body());
        }
    }
}
