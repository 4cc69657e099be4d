package io.weir.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpstreamUnreachableTest {

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new UnknownHostException("secret.example"), "the name of the host is not known here"),
                Arguments.of(new ConnectException("Connection refused"), "nothing takes connections"),
                Arguments.of(new SSLHandshakeException("PKIX of secret.example"), "the certificate is not trusted"),
                Arguments.of(new TimeoutException("12 s of secret.example"), "it took too long"),
                Arguments.of(new EOFException("secret.example"), "the connection was closed"),
                Arguments.of(new IOException("secret.example"), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void saysInItsOwnWordsWhyNoResponseCame(Throwable cause, String why) {
        UpstreamUnreachable unreachable = UpstreamUnreachable.because(cause);

        assertThat(unreachable.code()).isEqualTo(ErrorCode.UPSTREAM_UNREACHABLE);
        assertThat(unreachable.detail())
                .startsWith("No response: ")
                .contains(why)
                .doesNotContain("secret");
    }
}
