package io.weir.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class JsonTest {

    @Test
    void readsBackWhatItWrites() throws JsonProcessingException {
        ToolCall call = new ToolCall(
                "POST",
                "mail",
                "send",
                Verb.WRITE,
                List.of(new Destination(DestinationKind.EMAIL, "a***@b.example", "00", Audience.EXTERNAL, "/body/to")),
                12);

        assertThat(Json.mapper().readValue(Json.text(call), ToolCall.class)).isEqualTo(call);
    }

    @Test
    void passesOverMembersOfANewerVersion() throws JsonProcessingException {
        Span span = Json.mapper().readValue("{\"address\":\"/a\",\"start\":1,\"end\":3,\"newer\":[1]}", Span.class);

        assertThat(span).isEqualTo(new Span("/a", 1, 3));
    }

    @Test
    void refusesARecordThatLacksANumber() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"address\":\"/a\",\"start\":null,\"end\":3}", Span.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void refusesAnEventOfUnknownType() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"type\":\"other\"}", SessionEvent.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void writesNumbersAsTheyWereRead() throws JsonRejected {
        String numbers = "[0.10,1.50,12345678901234567890,100]";

        assertThat(Json.text(Objects.requireNonNull(new StrictJson(100).read(numbers))))
                .isEqualTo(numbers);
    }

    @ParameterizedTest
    @EnumSource
    @NullSource
    void readsAValuePrintThatLeavesOutWhatItIsNot(@Nullable InstructionTone tone) throws Exception {
        ValuePrint print = new ValuePrint(ValueKind.CARD, "00", 0, 1, 2, tone);

        assertThat(Json.mapper().readValue(Json.bytes(print), ValuePrint.class)).isEqualTo(print);
    }
}
