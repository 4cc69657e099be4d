package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.platform.config.ConfigException;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.EffectiveValue;
import io.weir.platform.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanApiConfigTest {

    @Test
    void hasDefaults() {
        assertThat(ScanApiConfig.SECTION.defaults())
                .isEqualTo(new ScanApiConfig(
                        "127.0.0.1",
                        4_000,
                        List.of(),
                        Secret.NONE,
                        0,
                        0,
                        List.of(),
                        "default",
                        262_144,
                        10_000,
                        128,
                        50_000,
                        268_435_456,
                        50_000,
                        5_000,
                        2_000,
                        400));
    }

    @Test
    void readsEverySetting() {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "WEIR_SCAN_API_HOST", "0.0.0.0",
                "WEIR_SCAN_API_PORT", "4001",
                "WEIR_SCAN_API_KEYS", "acme:0123456789abcdef",
                "WEIR_SCAN_API_ALLOWED_HOSTS", "weir.internal",
                "WEIR_SCAN_API_ENVIRONMENT", "production",
                "WEIR_SCAN_API_BODY_BYTES_MAX", "1048576",
                "WEIR_SCAN_API_REQUESTS_MAX", "64",
                "WEIR_SCAN_API_SESSIONS_MAX", "10",
                "WEIR_SCAN_API_SESSION_BYTES_MAX", "2000000",
                "WEIR_SCAN_API_CALLS_MAX", "20"));
        variables.put("WEIR_SCAN_API_ADMIN_TOKEN", "the operator's own token");
        variables.put("WEIR_SCAN_API_SCANS_PER_MINUTE", "600");
        variables.put("WEIR_SCAN_API_SCANS_PER_MONTH", "50000");
        variables.put("WEIR_SCAN_API_PUBLISH_MILLIS_MAX", "100");
        variables.put("WEIR_SCAN_API_BODY_MILLIS_MAX", "11000");
        variables.put("WEIR_SCAN_API_WARM_UP_CALLS", "0");
        variables.put("WEIR_SCAN_API_WARM_UP_MILLIS_MAX", "700");
        assertThat(variables).hasSameSizeAs(ScanApiConfig.SECTION.keys());

        ScanApiConfig config = ConfigSource.empty()
                .withEnvironment(variables)
                .read(List.of(ScanApiConfig.SECTION))
                .get(ScanApiConfig.SECTION);

        assertThat(config)
                .isEqualTo(new ScanApiConfig(
                        "0.0.0.0",
                        4_001,
                        List.of(Secret.of("acme:0123456789abcdef")),
                        Secret.of("the operator's own token"),
                        600,
                        50_000,
                        List.of("weir.internal"),
                        "production",
                        1_048_576,
                        11_000,
                        64,
                        10,
                        2_000_000,
                        20,
                        100,
                        0,
                        700));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WEIR_SCAN_API_HOST | 0.0.0.0      | keys are needed
            WEIR_SCAN_API_HOST | example.com  | keys are needed
            WEIR_SCAN_API_KEYS | no-colon     | tenant:key
            WEIR_SCAN_API_KEYS | a b:0123456789abcdef | tenant:key
            WEIR_SCAN_API_KEYS | acme:hunter2 | fewer than 16
            WEIR_SCAN_API_ADMIN_TOKEN | hunter2 | fewer than 16
            """)
    void refusesWhatIsNotSafe(String variable, String value, String problem) {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> ConfigSource.empty()
                        .withEnvironment(Map.of(variable, value))
                        .read(List.of(ScanApiConfig.SECTION)));

        assertThat(refused.problems()).singleElement().asString().contains(problem);
        assertThat(refused.getMessage()).doesNotContain("hunter2", "0123456789abcdef");
    }

    @Test
    void hidesKeys() {
        assertThat(ConfigSource.empty()
                        .withEnvironment(Map.of("WEIR_SCAN_API_KEYS", "acme:0123456789abcdef"))
                        .read(List.of(ScanApiConfig.SECTION))
                        .effective())
                .extracting(EffectiveValue::toString)
                .contains("scan_api.keys=******** (environment variable WEIR_SCAN_API_KEYS)");
    }
}
