package io.weir.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentHabitsTest {

    private static final long TEN = 1_795_255_200_000L;
    private static final long HOUR = 3_600_000;

    private final AgentHabits habits = new AgentHabits();

    @Test
    void saysNothingBeforeFiftyCalls() {
        learn(49);
        assertThat(compare("other", "drop_table", 5_000_000, TEN + 14 * HOUR)).isEqualTo(Anomaly.NONE);

        learn(1);
        assertThat(compare("other", "drop_table", 5_000_000, TEN + 14 * HOUR).score())
                .isEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource({
        "host,  send, 100,   0, 0,   ''",
        "other, send, 100,   0, 0.4, new destination",
        "host,  wipe, 100,   0, 0.3, new operation",
        "host,  send, 100,   9, 0.2, odd hour",
        "host,  send, 9000,  0, 0.3, odd size",
        "host,  send, 300,   0, 0,   ''",
        "other, wipe, 100,   0, 0.7, 'new destination, new operation'"
    })
    void feelsEachKindOfDifference(String host, String tool, long bytes, int hoursLater, double score, String because) {
        learn(100);

        Anomaly anomaly = compare(host, tool, bytes, TEN + hoursLater * HOUR);

        assertThat(anomaly.score()).isEqualTo(score);
        assertThat(String.join(", ", anomaly.because())).isEqualTo(because);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.08", "5, 0.4", "10, 0.8"})
    void feelsAsStronglyAsItIsTold(int sensitivity, double score) {
        learn(100);

        assertThat(habits.compare(call("other", "send", 100), TEN, sensitivity).score())
                .isEqualTo(score);
    }

    @Test
    void getsUsedToWhatIsNew() {
        learn(100);
        habits.learn(call("other", "wipe", 100), TEN);

        assertThat(compare("other", "wipe", 100, TEN)).isEqualTo(Anomaly.NONE);
    }

    private void learn(int calls) {
        for (int i = 0; i < calls; i++) {
            habits.learn(call("host", "send", 100), TEN);
        }
    }

    private Anomaly compare(String host, String tool, long bytes, long timeMillis) {
        return habits.compare(call(host, tool, bytes), timeMillis, 5);
    }

    private static ToolCall call(String host, String tool, long bytes) {
        Destination destination = new Destination(DestinationKind.HOST, host, host, Audience.EXTERNAL, "/url/host");
        return new ToolCall("POST", tool, "tools/call", Verb.WRITE, List.of(destination), bytes);
    }
}
