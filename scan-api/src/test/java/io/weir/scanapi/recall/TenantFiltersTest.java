package io.weir.scanapi.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.Taint;
import io.weir.schemas.word.DataClass;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TenantFiltersTest {

    private static final long BYTES_MAX = 300_000;

    private final TenantFilters filters = new TenantFilters(BYTES_MAX);
    private final Random random = new Random(1);

    private Taint taint(String tenant, int event) {
        byte[] sample = new byte[128 * 5];
        random.nextBytes(sample);
        return new Taint(
                tenant,
                tenant + "|s" + event,
                tenant + event,
                "t" + event,
                event,
                List.of(DataClass.PII),
                0,
                event,
                Base64.getEncoder().withoutPadding().encodeToString(sample));
    }

    @Test
    void staysWithinItsBytesAndCountsWhatItForgets() {
        int forgotten = 0;

        for (int i = 0; i < 1_000; i++) {
            forgotten += filters.add(taint("acme", i), 0);
            assertThat(filters.bytes()).isLessThanOrEqualTo(BYTES_MAX);
        }

        assertThat(forgotten + filters.reads()).isEqualTo(1_000);
        assertThat(filters.reads()).isGreaterThan(50);
    }

    @Test
    void aLoudTenantGivesWayToAQuietOne() {
        filters.add(taint("quiet", 0), 0);
        int quiet = filters.reads();

        for (int i = 0; i < 1_000; i++) {
            filters.add(taint("loud", i), 0);
        }

        assertThat(filters.reads("quiet")).isEqualTo(quiet);
    }
}
