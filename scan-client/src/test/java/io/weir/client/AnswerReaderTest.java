package io.weir.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final int BODY_BYTES_MAX = 20;

    private static HttpAnswer read(String bytes) throws IOException {
        return AnswerReader.read(incoming(bytes), BODY_BYTES_MAX);
    }

    private static Incoming incoming(String bytes) {
        return new Incoming(new OneByOne(bytes.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Gives one byte at a time, as a network may. */
    private static final class OneByOne extends InputStream {

        private final ByteArrayInputStream bytes;

        OneByOne(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, Math.min(1, length));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Content-Length: 5||hello, 200, hello, true",
        "HTTP/1.1 200|content-LENGTH:5 ||hello, 200, hello, true",
        "HTTP/1.1 404 Not Found|Content-Length: 0||, 404, '', true",
        "HTTP/1.0 200 OK|Content-Length: 5||hello, 200, hello, false",
        "HTTP/1.1 200 OK|Connection: Close|Content-Length: 5||hello, 200, hello, false",
        "HTTP/1.1 200 OK|Transfer-Encoding: Chunked||3|hel|02;a=b|lo|0||, 200, hello, true",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|hello|0|Trailer: x||, 200, hello, true",
        "HTTP/1.1 103 Early Hints|Link: x||HTTP/1.1 200 OK|Content-Length: 5||hello, 200, hello, true",
        "HTTP/1.1 204 No Content||, 204, '', true",
    })
    void readsAnAnswer(String bytes, int status, String body, boolean keepsConnection) throws Exception {
        HttpAnswer answer = read(bytes);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
        assertThat(answer.keepsConnection()).isEqualTo(keepsConnection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK|Content-Length: 5||hell",
                "HTTP/1.1 200 OK|Content-Length: 5|",
                "HTTP/2 200 OK|Content-Length: 0||",
                "HTTP/1.1 2000 OK|Content-Length: 0||",
                "HTTP/1.1 2xx OK|Content-Length: 0||",
                "HTTP/1.1 099 OK|Content-Length: 0||",
                "SSH-2.0-x||",
                "HTTP/1.1 200 OK||hello",
                "HTTP/1.1 200 OK|Content-Length: 5|Content-Length: 5||hello",
                "HTTP/1.1 200 OK|Content-Length: 5|Transfer-Encoding: chunked||0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked|Content-Length: 5||0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: gzip, chunked||0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
                "HTTP/1.1 200 OK|Content-Length: +5||hello",
                "HTTP/1.1 200 OK|Content-Length: 5, 5||hello",
                "HTTP/1.1 200 OK|Content-Length:||",
                "HTTP/1.1 200 OK|Content-Length : 5||hello",
                "HTTP/1.1 200 OK|X: a| Content-Length: 5||hello",
                "HTTP/1.1 200 OK|: 5||",
                "HTTP/1.1 200 OK|nonsense|Content-Length: 0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||-1|x|0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||0x1|x|0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||1|xy|0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||1|x|",
            })
    void takesNothingThatCouldBeReadInTwoWaysOrIsNotWhole(String bytes) {
        assertThatIOException().isThrownBy(() -> read(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: 21||",
                "HTTP/1.1 200 OK|Content-Length: 99999999999999999999||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||a|0123456789|b|",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||ffffffff|",
            })
    void stopsBeforeABodyBeyondTheLimit(String bytes) {
        assertThatIOException().isThrownBy(() -> read(bytes)).withMessageContaining("larger than 20 bytes");
    }

    @Test
    void stopsAtAHeadThatDoesNotEnd() {
        assertThatIOException()
                .isThrownBy(() -> read("HTTP/1.1 200 OK|" + "X: y|".repeat(20_000)))
                .withMessageContaining("too long");
        assertThatIOException()
                .isThrownBy(() -> read("HTTP/1.1 200 OK|X: " + "y".repeat(40_000)))
                .withMessageContaining("too long");
    }

    @Test
    void doesNotKeepAConnectionOnWhichMoreCameThanTheAnswer() throws Exception {
        byte[] bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        HttpAnswer answer = AnswerReader.read(new Incoming(new ByteArrayInputStream(bytes)), BODY_BYTES_MAX);

        assertThat(answer.keepsConnection()).isFalse();
    }
}
