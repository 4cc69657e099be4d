package io.weir.scanapi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 ",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future-brings"
            })
    void readsValidHeaders(String header) {
        assertThat(TraceContext.parse(header))
                .isEqualTo(new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\nx",
                "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01"
            })
    void passesOverInvalidHeaders(String header) {
        assertThat(TraceContext.parse(header)).isNull();
    }

    @Test
    void createsAContextThatItReadsItself() {
        TraceContext created = TraceContext.create(
                UUID.fromString("01234567-89ab-4def-8123-456789abcdef"),
                UUID.fromString("00000000-0000-4000-8000-00000000000a"));

        assertThat(created.traceparent()).isEqualTo("00-0123456789ab4def8123456789abcdef-800000000000000a-01");
        assertThat(TraceContext.parse(created.traceparent())).isEqualTo(created);
    }
}
