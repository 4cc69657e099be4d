package io.weir.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordCheckTest {

    private static final RecordOrigin FIRST = new RecordOrigin("weir.decisions.v1", 3, 0);
    private static final RecordOrigin SECOND = new RecordOrigin("weir.decisions.v1", 3, 1);

    private final RecordCheck check = new RecordCheck();

    @Test
    void tellsMatchingChangedAndAbsentRecordsApart() {
        // Given
        Chains.ofLength(3).forEach(check::expect);

        // When
        check.observe(FIRST, "{}".getBytes(UTF_8));
        check.observe(SECOND, "{ }".getBytes(UTF_8));

        // Then
        assertThat(check.verdict()).isEqualTo(new RecordCheck.Verdict(1, 1, 1, SECOND));
    }

    @Test
    void ignoresRecordsThatNoEntryCommitsTo() {
        check.observe(FIRST, "{}".getBytes(UTF_8));
        assertThat(check.verdict()).isEqualTo(new RecordCheck.Verdict(0, 0, 0, null));
    }
}
