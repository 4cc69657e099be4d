package io.weir.edge.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "application/json,                   JSON",
        "Application/JSON; charset=utf-8,    JSON",
        "application/vnd.api+json,           JSON",
        "text/html,                          TEXT",
        "application/x-www-form-urlencoded,  TEXT",
        "image/svg+xml,                      TEXT",
        "image/png,                          BINARY",
        "application/pdf,                    BINARY",
        "application/octet-stream,           UNKNOWN",
        "multipart/form-data; boundary=x,    UNKNOWN",
    })
    void knowsTextFromBinary(String header, String kind) {
        MediaType type = MediaType.of(header);

        assertThat(type.isJson()).isEqualTo(kind.equals("JSON"));
        assertThat(type.isText()).isEqualTo(kind.equals("JSON") || kind.equals("TEXT"));
        assertThat(type.isBinary()).isEqualTo(kind.equals("BINARY"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,                          UTF-8",
        "text/plain; charset=ISO-8859-1,      ISO-8859-1",
        "'text/plain;CHARSET=\"utf-16le\"; x=y', UTF-16LE",
    })
    void readsTheCharset(String header, String charset) {
        assertThat(String.valueOf(MediaType.of(header).charset())).isEqualTo(charset);
    }

    @Test
    void hasNoCharsetForOneThatJavaDoesNotKnow() {
        assertThat(MediaType.of("text/plain; charset=klingon").charset()).isNull();
    }
}
