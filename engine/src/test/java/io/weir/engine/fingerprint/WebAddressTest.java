package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.test/v1?q=1#f,     api.example.test,  api.example.test",
        "https://api.example.test:8443/v1,      api.example.test,  api.example.test:8443",
        "https://bob:pw@api.example.test/,      api.example.test,  api.example.test",
        "https://internal.test@evil.test/,      evil.test,         evil.test",
        "http://[::1]:8080/x,                   [::1],             [::1]:8080",
        "http://[2001:db8::7],                  [2001:db8::7],     [2001:db8::7]",
        "www.example.test/a,                    www.example.test,  www.example.test",
        "evil.test?next=http://localhost/,      evil.test,         evil.test",
        "evil.test/redirect/http://localhost/,  evil.test,         evil.test",
        "evil.test#http://localhost,            evil.test,         evil.test"
    })
    void cutsTheHostOutOfAnAddress(String address, String host, String hostAndPort) {
        assertThat(WebAddress.host(address)).isEqualTo(host);
        assertThat(WebAddress.hostAndPort(address)).isEqualTo(hostAndPort);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.test\\@internal.test/", "https://internal.test\\@evil.test/"})
    void takesNeitherHostWhereClientsDisagree(String address) {
        assertThat(WebAddress.host(address)).contains("\\").contains("@");
    }
}
