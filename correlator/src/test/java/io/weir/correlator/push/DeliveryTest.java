package io.weir.correlator.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.siem.SiemFormat;
import io.weir.platform.config.Secret;
import io.weir.schemas.word.Severity;
import io.weir.testkit.http.PostServer;
import io.weir.testkit.http.PostServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private final PostServer server = PostServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsAllEventsAtOnceWithTheOperatorsHeaders() {
        Delivery delivery = to(SiemFormat.SPLUNK);

        assertThat(delivery.deliver(events(3))).isTrue();

        assertThat(delivery.taken()).isEqualTo(3);
        assertThat(server.posts()).singleElement().satisfies(post -> {
            assertThat(post.body()).isEqualTo("0\n1\n2\n");
            assertThat(post.header("Authorization")).isEqualTo("Splunk key");
            assertThat(post.header("Content-Type")).isEqualTo("application/json");
        });
    }

    @Test
    void findsTheOneEventThatIsUnusable() {
        server.answers(post -> new Answer(post.body().contains("5") ? 400 : 200, ""));
        Delivery delivery = to(SiemFormat.OCSF);

        assertThat(delivery.deliver(events(9))).isTrue();

        assertThat(delivery.taken()).isEqualTo(8);
        assertThat(delivery.refused()).isEqualTo(1);
    }

    @Test
    void makesSmallerBodiesOfWhatIsTooLarge() {
        server.answers(post -> new Answer(post.body().length() > 4 ? 413 : 200, ""));
        Delivery delivery = to(SiemFormat.CEF);

        assertThat(delivery.deliver(events(8))).isTrue();

        assertThat(delivery.taken()).isEqualTo(8);
        assertThat(delivery.refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 408, 429, 500, 503})
    void leavesForLaterWhatTheCollectorDoesNotTakeNow(int status) {
        server.answers(status, "");
        Delivery delivery = to(SiemFormat.OCSF);

        assertThat(delivery.deliver(events(2))).isFalse();

        assertThat(server.posts()).hasSize(1);
        assertThat(delivery.taken()).isZero();
    }

    @Test
    void leavesForLaterWhereNobodyListens() {
        server.close();

        assertThat(to(SiemFormat.OCSF).deliver(events(1))).isFalse();
    }

    @Test
    void readsWhatABulkApiSaysOfEachEvent() {
        server.answers(200, bulk(201, 409));
        assertThat(to(SiemFormat.ELASTIC).deliver(events(2))).isTrue();

        server.answers(200, bulk(201, 429));
        assertThat(to(SiemFormat.ELASTIC).deliver(events(2))).isFalse();

        server.answers(post -> new Answer(200, bulk(post.body().contains("1") ? 400 : 201)));
        Delivery delivery = to(SiemFormat.ELASTIC);
        assertThat(delivery.deliver(events(2))).isTrue();
        assertThat(delivery.taken()).isEqualTo(1);
        assertThat(delivery.refused()).isEqualTo(1);
    }

    @Test
    void takesABulkAnswerThatIsNoneForNoSuccess() {
        server.answers(200, "<html>sign in</html>");

        assertThat(to(SiemFormat.ELASTIC).deliver(events(1))).isFalse();
    }

    private Delivery to(SiemFormat format) {
        SiemConfig config = new SiemConfig(
                server.url("/"),
                format,
                List.of(Secret.of("Authorization: Splunk key")),
                List.of(),
                Severity.INFORMATIONAL,
                true);
        return new Delivery(new Collector(config), format.framing());
    }

    private static List<byte[]> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(event -> Integer.toString(event).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String bulk(int... statuses) {
        StringBuilder items = new StringBuilder();
        for (int status : statuses) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"create\":{\"status\":")
                    .append(status)
                    .append("}}");
        }
        return "{\"errors\":true,\"items\":[" + items + "]}";
    }
}
