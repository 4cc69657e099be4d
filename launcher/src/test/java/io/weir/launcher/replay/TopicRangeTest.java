package io.weir.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRangeTest {

    @Test
    void readsTopicPartitionAndOffsets() {
        assertThat(TopicRange.parse("a.b")).isEqualTo(new TopicRange("a.b", null, 0, Long.MAX_VALUE));
        assertThat(TopicRange.parse("a.b:3")).isEqualTo(new TopicRange("a.b", 3, 0, Long.MAX_VALUE));
        assertThat(TopicRange.parse("a.b:3:10-20")).isEqualTo(new TopicRange("a.b", 3, 10, 20));
        assertThat(TopicRange.parse("a.b:3:10-")).isEqualTo(new TopicRange("a.b", 3, 10, Long.MAX_VALUE));
    }

    @Test
    void coversOnePartitionOrAll() {
        assertThat(TopicRange.parse("a").covers(5)).isTrue();
        assertThat(TopicRange.parse("a:5").covers(5)).isTrue();
        assertThat(TopicRange.parse("a:5").covers(4)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:", "a:x", "a:1:", "a:1:5", "a:1:9-5", "a b", "a:1:-5", "a::1-2", "a:9999999999"})
    void refusesOtherForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicRange.parse(text))
                .withMessageContaining("range");
    }
}
