package io.weir.correlator.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DerivedCacheTest {

    private final DerivedCache cache = new DerivedCache(100);

    @Test
    void keepsWhatFits() {
        cache.put("a|", "index a", 50);
        cache.put("b|", "index b", 50);

        assertThat(cache.get("a|")).isEqualTo("index a");
        assertThat(cache.get("b|")).isEqualTo("index b");
    }

    @Test
    void dropsWhatWasUsedLongestAgo() {
        cache.put("a|", "index a", 40);
        cache.put("b|", "index b", 40);
        cache.get("a|");

        cache.put("c|", "index c", 40);

        assertThat(cache.get("a|")).isEqualTo("index a");
        assertThat(cache.get("b|")).isNull();
    }

    @Test
    void keepsTheLatestHoweverLargeItIs() {
        cache.put("a|", "index a", 40);

        cache.put("b|", "index b", 1_000);

        assertThat(cache.get("a|")).isNull();
        assertThat(cache.get("b|")).isEqualTo("index b");
    }

    @Test
    void countsWhatIsAddedToTheLatest() {
        cache.put("a|", "index a", 40);
        cache.put("b|", "index b", 40);

        cache.grow("b|read", 30);

        assertThat(cache.get("a|")).isNull();
    }

    @Test
    void countsNoLongerWhatIsTakenFromTheLatest() {
        cache.put("a|", "index a", 40);
        cache.put("b|", "index b", 40);

        for (int i = 0; i < 10; i++) {
            cache.grow("b|read", 20);
            cache.grow("b|read", -20);
        }

        assertThat(cache.get("a|")).isEqualTo("index a");
    }

    @Test
    void doesNotCountWhatBelongsToAnother() {
        cache.put("a|", "index a", 40);
        cache.put("b|", "index b", 40);

        cache.grow("a|read", 30);

        assertThat(cache.get("a|")).isEqualTo("index a");
    }
}
