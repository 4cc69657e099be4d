package io.weir.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void namesTheBuildAndCountsInPrometheusForm() {
        try (Metrics metrics = Metrics.create()) {
            metrics.registry().counter("weir.scan.requests", "decision", "DENY").increment();

            assertThat(metrics.scrape())
                    .containsPattern("weir_build_info\\{version=\"\\d+\\.\\d+\\.\\d+[^\"]*\"} 1\n")
                    .contains("weir_scan_requests_total{decision=\"DENY\"} 1.0");
        }
    }

    @Test
    void showsTheJvmOnRequest() {
        try (Metrics metrics = Metrics.createWithJvm()) {
            assertThat(metrics.scrape()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
        }
    }
}
