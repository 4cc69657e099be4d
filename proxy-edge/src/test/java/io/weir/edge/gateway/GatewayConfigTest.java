package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.edge.call.RouteRule;
import io.weir.edge.call.UpstreamRules;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.Mode;
import io.weir.edge.response.ReportLimits;
import io.weir.platform.config.ConfigException;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    private static GatewayConfig read(Map<String, String> environment) {
        return ConfigSource.empty()
                .withEnvironment(environment)
                .read(List.of(GatewayConfig.SECTION))
                .get(GatewayConfig.SECTION);
    }

    @Test
    void isSafeWhereNothingIsSet() {
        assertThat(GatewayConfig.SECTION.defaults())
                .isEqualTo(new GatewayConfig(
                        new GatewayConfig.Listen("127.0.0.1", 4100),
                        Mode.ENFORCE,
                        FailModes.all(FailMode.CLOSED),
                        new ResponseGuard(false, List.of(), List.of()),
                        List.of(),
                        204_800,
                        128,
                        new GatewayConfig.Upstreams(UpstreamRules.ALL, List.of(), "", 5_000, 120_000),
                        new ReportLimits(204_800, 4_194_304, 256),
                        50));
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        assertThat(read(Map.ofEntries(
                        Map.entry("WEIR_GATEWAY_HOST", "0.0.0.0"),
                        Map.entry("WEIR_GATEWAY_PORT", "1"),
                        Map.entry("WEIR_GATEWAY_MODE", "monitor"),
                        Map.entry("WEIR_GATEWAY_FAIL_MODE", "open"),
                        Map.entry("WEIR_GATEWAY_FAIL_CLOSED_ROUTES", "f/g"),
                        Map.entry("WEIR_GATEWAY_FAIL_OPEN_ROUTES", ".h"),
                        Map.entry("WEIR_GATEWAY_GUARD_RESPONSES", "true"),
                        Map.entry("WEIR_GATEWAY_GUARDED_ROUTES", "i"),
                        Map.entry("WEIR_GATEWAY_UNGUARDED_ROUTES", "j/k"),
                        Map.entry("WEIR_GATEWAY_TOKENS", "t"),
                        Map.entry("WEIR_GATEWAY_CALL_BYTES_MAX", "2"),
                        Map.entry("WEIR_GATEWAY_CALLS_MAX", "3"),
                        Map.entry("WEIR_GATEWAY_UPSTREAMS_PERMITTED", "a, .b"),
                        Map.entry("WEIR_GATEWAY_UPSTREAMS_DENIED", "c:4"),
                        Map.entry("WEIR_GATEWAY_PRIVATE_UPSTREAMS_PERMITTED", "10.0.0.0/8, d"),
                        Map.entry("WEIR_GATEWAY_UPSTREAM_AUTHORITIES", "e.pem"),
                        Map.entry("WEIR_GATEWAY_UPSTREAM_CONNECT_MILLIS", "5"),
                        Map.entry("WEIR_GATEWAY_UPSTREAM_IDLE_MILLIS", "6"),
                        Map.entry("WEIR_GATEWAY_REPORT_WINDOW_BYTES", "7000"),
                        Map.entry("WEIR_GATEWAY_REPORT_TOTAL_BYTES", "8000"),
                        Map.entry("WEIR_GATEWAY_HOLD_MILLIS", "9"))))
                .isEqualTo(new GatewayConfig(
                        new GatewayConfig.Listen("0.0.0.0", 1),
                        Mode.MONITOR,
                        new FailModes(FailMode.OPEN, List.of(RouteRule.parse("f/g")), List.of(RouteRule.parse(".h"))),
                        new ResponseGuard(true, List.of(RouteRule.parse("i")), List.of(RouteRule.parse("j/k"))),
                        List.of(Secret.of("t")),
                        2,
                        3,
                        new GatewayConfig.Upstreams(
                                new UpstreamRules(List.of("a", ".b"), List.of("c:4")),
                                List.of("10.0.0.0/8", "d"),
                                "e.pem",
                                5,
                                6),
                        new ReportLimits(7_000, 8_000, 256),
                        9));
    }

    @Test
    void refusesANetworkThatIsNone() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(Map.of("WEIR_GATEWAY_PRIVATE_UPSTREAMS_PERMITTED", "10.0.0.0/99")))
                .withMessageContaining("10.0.0.0/8");
    }

    @Test
    void refusesAModeThatItDoesNotKnow() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(Map.of("WEIR_GATEWAY_FAIL_MODE", "ajar")))
                .withMessageContaining("WEIR_GATEWAY_FAIL_MODE")
                .withMessageContaining("one of closed, open");
    }
}
