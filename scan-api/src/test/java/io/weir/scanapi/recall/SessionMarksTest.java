package io.weir.scanapi.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.link.TaintMark;
import org.junit.jupiter.api.Test;

class SessionMarksTest {

    private static final int SECRET = 4;

    private final SessionMarks marks = new SessionMarks(10_000);

    private static TaintMark mark(String session, int event, int sensitivity) {
        return new TaintMark("acme|" + session, "event-" + session + "-" + event, event, sensitivity, 0, event);
    }

    @Test
    void tellsWhatWasHeardAfterANumber() {
        marks.add(mark("one", 1, 0));
        long number = marks.after("acme|one", 0).get(0).number();
        marks.add(mark("two", 2, 0));
        marks.add(mark("one", 3, 0));

        assertThat(marks.after("acme|one", number))
                .singleElement()
                .extracting(SessionMarks.Numbered::mark)
                .isEqualTo(mark("one", 3, 0));
        assertThat(marks.after("acme|three", 0)).isEmpty();
    }

    @Test
    void countsAReadThatIsHeardTwiceOnce() {
        marks.add(mark("one", 1, 0));
        long before = marks.bytes();

        assertThat(marks.add(mark("one", 1, 0))).isZero();
        assertThat(marks.after("acme|one", 0)).hasSize(1);
        assertThat(marks.bytes()).isEqualTo(before);
    }

    @Test
    void aFloodOfHarmlessSessionsDoesNotEvictTheSecret() {
        marks.add(mark("secret", 0, SECRET));
        int forgotten = 0;

        for (int i = 1; i <= 500; i++) {
            forgotten += marks.add(mark("s" + i, i, 0));
            assertThat(marks.bytes()).isLessThanOrEqualTo(10_000);
        }

        assertThat(marks.after("acme|secret", 0)).hasSize(1);
        assertThat(marks.after("acme|s1", 0)).isEmpty();
        assertThat(marks.after("acme|s500", 0)).hasSize(1);
        assertThat(forgotten + marks.size()).isEqualTo(501);
    }

    @Test
    void aFloodOfHarmlessReadsOfOneSessionDoesNotEvictItsSecret() {
        SessionMarks large = new SessionMarks(1 << 20);
        large.add(mark("one", 0, SECRET));

        for (int i = 1; i <= 2 * SessionMarks.READS_MAX; i++) {
            large.add(mark("one", i, 0));
        }

        assertThat(large.after("acme|one", 0))
                .hasSize(SessionMarks.READS_MAX)
                .extracting(SessionMarks.Numbered::mark)
                .contains(mark("one", 0, SECRET));
    }

    @Test
    void forgetsSessionsThatWereLastHeardOfBeforeTheWindow() {
        marks.add(mark("old", 1, SECRET));
        marks.add(mark("open", 1, 0));
        marks.add(mark("open", 5, 0));

        marks.expire(5);

        assertThat(marks.after("acme|old", 0)).isEmpty();
        assertThat(marks.after("acme|open", 0)).hasSize(2);
        marks.expire(6);
        assertThat(marks.size()).isZero();
        assertThat(marks.bytes()).isZero();
    }
}
