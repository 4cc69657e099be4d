package io.weir.scanapi.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.messaging.memory.MemorySharedLogs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DailyCountsTest {

    private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

    private final MemorySharedLogs logs = new MemorySharedLogs();

    @Test
    void addsUpWhatAllNodesCountOnADayAlsoAfterARestart() {
        try (DailyCounts first = open("one");
                DailyCounts second = open("two")) {
            first.add("acme", "bot", NOON);
            second.add("acme", "bot", NOON + 1);
            first.add("beta", "bot", NOON);

            await().atMost(Duration.ofSeconds(20)).until(() -> first.used("acme", "bot", NOON) == 2);
            assertThat(first.used("beta", "bot", NOON)).isEqualTo(1);
        }
        try (DailyCounts third = open("three")) {
            assertThat(third.used("acme", "bot", NOON)).isEqualTo(2);
            assertThat(third.used("acme", "bot", NOON + Duration.ofDays(1).toMillis()))
                    .isZero();
        }
    }

    @Test
    void leavesTheCountsOfMonthsInTheSameLogAlone() {
        try (PeriodCounts months = new PeriodCounts(logs, "one", Month.TEXT_LENGTH, "usage");
                DailyCounts days = open("two")) {
            months.add("acme", "bot", "2026-11");
            months.tell().toCompletableFuture().join();
            days.add("acme", "bot", NOON);

            assertThat(days.used("acme", "bot", NOON)).isEqualTo(1);
            assertThat(months.used("acme", "bot", "2026-11")).isEqualTo(1);
        }
    }

    @Test
    void aLateCallOfTheDayBeforeLosesNothingOfToday() {
        try (DailyCounts counts = open("one")) {
            counts.add("acme", "bot", NOON);
            counts.add("acme", "bot", NOON - Duration.ofDays(1).toMillis());

            assertThat(counts.used("acme", "bot", NOON)).isEqualTo(1);
        }
    }

    private DailyCounts open(String node) {
        return DailyCounts.open(logs, node, Duration.ofMillis(20));
    }
}
