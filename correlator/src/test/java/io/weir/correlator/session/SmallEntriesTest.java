package io.weir.correlator.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallEntriesTest {

    private static final byte[] CARD = {1, 2};

    private final SmallEntries entries = new SmallEntries(2);

    @Test
    void knowsWhatStandsUnderAKeyAndWhatDoesNot() {
        entries.note("a", CARD);
        entries.note("b", null);

        assertThat(entries.knows("a")).isTrue();
        assertThat(entries.get("a")).isEqualTo(CARD);
        assertThat(entries.knows("b")).isTrue();
        assertThat(entries.get("b")).isNull();
        assertThat(entries.knows("c")).isFalse();
    }

    @Test
    void anEmptyValueIsNoAbsentOne() {
        entries.note("a", new byte[0]);

        assertThat(entries.get("a")).isEmpty();
    }

    @Test
    void keepsWhatWasUsedLast() {
        entries.note("a", CARD);
        entries.note("b", CARD);
        entries.get("a");
        entries.note("c", CARD);

        assertThat(entries.knows("a")).isTrue();
        assertThat(entries.knows("b")).isFalse();
    }

    @Test
    void aKeyWhoseValueHasGrownLargeIsNoLongerKnown() {
        entries.note("a", CARD);
        entries.note("a", new byte[SmallEntries.VALUE_BYTES_MAX + 1]);

        assertThat(entries.knows("a")).isFalse();
    }

    @Test
    void forgetsAll() {
        entries.note("a", CARD);
        entries.clear();

        assertThat(entries.knows("a")).isFalse();
    }
}
