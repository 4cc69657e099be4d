package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.call.CallRefused;
import io.weir.edge.call.RouteRule;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.enforce.FailMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailModesTest {

    private static UpstreamTarget target(String url) throws CallRefused {
        return UpstreamTarget.ofUrl(url);
    }

    @ParameterizedTest
    @CsvSource({
        "api.example/v1,    https://api.example/v1,              OPEN",
        "api.example/v1/,   https://api.example/v1/a?b=c%2e,     OPEN",
        "api.example/v1,    https://api.example/v1/,             OPEN",
        "api.example,       https://api.example/any%2fthing,     OPEN",
        ".example,          https://api.example:8443/x,          OPEN",
        "api.example/v1,    https://api.example/v12,             CLOSED",
        "api.example/v1,    https://api.example/v1/../admin,     CLOSED",
        "api.example/v1,    https://api.example/v1/..,           CLOSED",
        "api.example/v1,    https://api.example/v1/%2e%2e/admin, CLOSED",
        "api.example/v1,    https://api.example/v1//admin,       CLOSED",
        "api.example/v1,    https://api.example/v1;a/../admin,   CLOSED",
        "api.example/v1,    https://other.example/v1,            CLOSED",
    })
    void failsOpenOnlyWhereTheRuleSurelyFits(String open, String url, FailMode mode) throws CallRefused {
        FailModes modes = new FailModes(FailMode.CLOSED, List.of(), List.of(RouteRule.parse(open)));

        assertThat(modes.of(target(url))).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "api.example/admin, https://api.example/admin/x,      CLOSED",
        "api.example/admin, https://api.example/%61dmin/x,    CLOSED",
        "api.example/admin, https://api.example/x/../admin,   CLOSED",
        "api.example/admin, https://api.example/x,            OPEN",
        "api.example,       https://api.example/x,            CLOSED",
        "api.example,       https://other.example/admin,      OPEN",
    })
    void failsClosedWhereverTheRuleCouldFit(String closed, String url, FailMode mode) throws CallRefused {
        FailModes modes = new FailModes(FailMode.OPEN, List.of(RouteRule.parse(closed)), List.of());

        assertThat(modes.of(target(url))).isEqualTo(mode);
    }

    @Test
    void prefersClosedWhereBothFit() throws CallRefused {
        RouteRule rule = RouteRule.parse("api.example");

        assertThat(new FailModes(FailMode.OPEN, List.of(rule), List.of(rule)).of(target("http://api.example/")))
                .isEqualTo(FailMode.CLOSED);
    }
}
