package io.weir.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.event.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordCodecTest {

    private final RecordCodec<SessionEvent> codec = RecordCodec.of(SessionEvent.class);

    static List<SessionEvent> events() {
        return List.of(SampleEvents.call("s", "call"), SampleEvents.response("s", "response"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(SessionEvent event) {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void readsBackAnAlert() {
        RecordCodec<AlertRaised> alerts = RecordCodec.of(AlertRaised.class);
        AlertRaised alert = SampleEvents.alert("s", "alert");

        assertThat(alerts.decode(alerts.encode(alert))).isEqualTo(alert);
    }

    @Test
    void passesOverMembersThatALaterVersionAdded() {
        // Given
        SessionEvent event = SampleEvents.call("s", "call");
        String text = new String(codec.encode(event), StandardCharsets.UTF_8);
        String later = text.replaceFirst("\\{", "{\"added_later\":[1],");

        // When
        SessionEvent read = codec.decode(later.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void readsBackFlagsThatAreLeftOutWhenFalse() {
        RecordCodec<ValuePrint> prints = RecordCodec.of(ValuePrint.class);
        ValuePrint print = new ValuePrint(ValueKind.EMAIL, "0123456789abcdef", 0, 1, 2, null);

        assertThat(prints.decode(prints.encode(print))).isEqualTo(print);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "planted-secret",
                "{\"type\":\"planted-secret\"}",
                "{\"type\":\"response_observed\",\"time\":\"planted-secret\"}",
                "{\"type\":\"tool_call_scanned\",\"findings\":null}",
            })
    void saysNothingOfWhatItCannotRead(String text) {
        assertThatExceptionOfType(RecordUnreadable.class)
                .isThrownBy(() -> codec.decode(text.getBytes(StandardCharsets.UTF_8)))
                .withNoCause()
                .withMessageContaining("No SessionEvent in a record of " + text.length() + " bytes")
                .withMessageNotContaining("planted-secret");
    }

    @Test
    void refusesARecordWithoutAValue() {
        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> codec.decode(null));
    }

    @Test
    void refusesToWriteMoreThanKafkaTakes() {
        RecordCodec<Map<?, ?>> maps = maps();
        Map<String, String> large = Map.of("k", "x".repeat(RecordCodec.BYTES_MAX));

        assertThatExceptionOfType(RecordTooLarge.class).isThrownBy(() -> maps.encode(large));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RecordCodec<Map<?, ?>> maps() {
        return (RecordCodec) RecordCodec.of(Map.class);
    }
}
