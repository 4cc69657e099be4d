package io.weir.edge.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamRulesTest {

    private static UpstreamTarget target(String url) throws CallRefused {
        return UpstreamTarget.of(UpstreamTarget.PREFIX + url);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,           https://example.com/,        true",
        "example.com,           https://EXAMPLE.com./x,      true",
        "example.com,           https://sub.example.com/,    false",
        ".example.com,          https://sub.example.com/,    true",
        ".example.com,          https://example.com/,        false",
        ".example.com,          https://badexample.com/,     false",
        "example.com:443,       https://example.com/,        true",
        "example.com:443,       http://example.com/,         false",
        "example.com:8080,      http://example.com:8080/,    true",
        "Example.COM,           https://example.com/,        true",
        "::1,                   http://[::1]:9/,             true",
    })
    void coversHostsPortsAndSubDomains(String entry, String url, boolean covered) throws CallRefused {
        assertThat(new UpstreamRules(List.of(entry), List.of()).permits(target(url)))
                .isEqualTo(covered);
        assertThat(new UpstreamRules(List.of(), List.of(entry)).permits(target(url)))
                .isEqualTo(!covered);
    }

    @Test
    void deniesBeforeItPermits() throws CallRefused {
        var rules = new UpstreamRules(List.of(".example.com"), List.of("secret.example.com"));

        assertThat(rules.permits(target("https://open.example.com/"))).isTrue();
        assertThat(rules.permits(target("https://secret.example.com/"))).isFalse();
    }
}
