package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.client.ScanUnavailable;
import io.weir.schemas.api.ResponseScanRequest;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan API behind https. The server here is none, so that the client's complaint tells whether it was asked. */
class ScanOverTlsTest {

    @TempDir
    private Path folder;

    private SSLContext before;
    private TlsUpstream server;

    @BeforeEach
    void start() throws Exception {
        before = SSLContext.getDefault();
        server = TlsUpstream.start(folder);
    }

    @AfterEach
    void stop() {
        SSLContext.setDefault(before);
        server.close();
    }

    private static String complaint(ScanClient client) {
        ResponseScanRequest report = new ResponseScanRequest("t", "text", 200, null, null);
        return assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client.observe(report, CallerHeaders.NONE))
                .actual()
                .detail();
    }

    private static ScanClient client(String authority) {
        return new ScanClient(ScanClientConfig.SECTION.defaults().withUrl(URI.create("https://" + authority)));
    }

    @Test
    void asksAServerThatItTrustsAndKeepsTheConnection() throws Exception {
        SSLContext.setDefault(TlsUpstream.trusting(folder));
        ScanClient client = client(server.authority());

        for (int i = 0; i < 3; i++) {
            assertThat(complaint(client)).contains("is no ResponseScanAnswer");
        }

        assertThat(server.requests()).hasSize(3).allMatch(request -> request.startsWith("POST /v1/scan/response"));
        assertThat(server.connections()).isOne();
    }

    @Test
    void tellsNothingToAServerThatItDoesNotTrust() {
        assertThat(complaint(client(server.authority()))).contains("no answer from https://localhost");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void tellsNothingToAServerOfAnotherName() throws Exception {
        SSLContext.setDefault(TlsUpstream.trusting(folder));

        assertThat(complaint(client(server.authority().replace("localhost", "127.0.0.1"))))
                .contains("no answer from https://127.0.0.1");
        assertThat(server.requests()).isEmpty();
    }
}
