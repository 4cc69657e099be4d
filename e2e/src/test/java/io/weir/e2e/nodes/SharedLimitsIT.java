package io.weir.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.e2e.kafka.SharedKafka;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a key may do is counted over all nodes, over a real broker. */
@ExtendWith(SharedKafka.class)
final class SharedLimitsIT {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";

    @TempDir
    private Path folder;

    @Test
    void ofTwoNodesThatGetASignedRequestOneTakesItAlsoAfterARestart(KafkaConnection kafka) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try (ScanNode first = ScanNode.start(kafka, folder.resolve("first"))) {
            JsonNode key =
                    first.order("/v1/keys", "{\"name\":\"signer\",\"kind\":\"agent\",\"default_agent_id\":\"bot\"}");
            String[] last = {};
            try (ScanNode second = ScanNode.start(kafka, folder.resolve("second"))) {
                for (int i = 0; i < 10; i++) {
                    String[] headers = signed(key, "nonce-of-the-run-" + i);
                    List<Future<Integer>> answers = senders.invokeAll(List.of(
                            () -> first.send("/invoke", CALL, headers).statusCode(),
                            () -> second.send("/invoke", CALL, headers).statusCode()));

                    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                            .containsExactlyInAnyOrder(200, 401);
                    last = headers;
                }
            }
            try (ScanNode restarted = ScanNode.start(kafka, folder.resolve("second"))) {
                assertThat(restarted.send("/invoke", CALL, last).body()).contains("REQUEST_REPLAYED");
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void whatOneNodeLetsAKeySpendAnotherDoesNot(KafkaConnection kafka) throws Exception {
        try (ScanNode first = ScanNode.start(kafka, folder.resolve("first"));
                ScanNode second = ScanNode.start(kafka, folder.resolve("second"))) {
            String key = first.order("/v1/keys", "{\"name\":\"reader\",\"scans_per_minute\":10}")
                    .path("key")
                    .asText();
            for (int i = 0; i < 20; i++) {
                assertThat(scan(first, key)).isEqualTo(200);
            }

            // A few may slip through before the other node has heard of it; by itself it would let 20 through.
            AtomicInteger tries = new AtomicInteger();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        tries.incrementAndGet();
                        return scan(second, key) == 429;
                    });
            assertThat(tries).hasValueLessThan(15);
        }
    }

    @Test
    void logsThatAreKeptForAnHourAreCutMoreOften(KafkaConnection kafka) throws Exception {
        try (ScanNode node = ScanNode.start(kafka, folder.resolve("only"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            assertThat(node.api().port()).isPositive();
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.NONCES.named(kafka.prefix()));

            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));

            assertThat(config.get("retention.ms").value()).isEqualTo("3600000");
            assertThat(config.get("segment.ms").value()).isEqualTo("900000");
        }
    }

    private static int scan(ScanNode node, String key) throws Exception {
        return node.send("/v1/scan", CALL, "Authorization", "Bearer " + key).statusCode();
    }

    private static String[] signed(JsonNode key, String nonce) throws Exception {
        String id = key.path("key_id").asText();
        String seconds = String.valueOf(Instant.now().getEpochSecond());
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(CALL.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.path("key").asText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = String.join("\n", "weir-hmac-v1", "POST /invoke", id, seconds, nonce, digest);
        String signature = "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return new String[] {
            "X-Weir-Key", id, "X-Weir-Timestamp", seconds, "X-Weir-Nonce", nonce, "X-Weir-Signature", signature
        };
    }
}
