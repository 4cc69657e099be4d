package io.weir.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void doesNotPrint() {
        assertThat(List.of(Secret.of("hunter2"))).hasToString("[********]");
        assertThat(Secret.of("hunter2").hashCode()).isEqualTo(Secret.of("other").hashCode());
    }

    @Test
    void equalsByText() {
        assertThat(Secret.of("a"))
                .isEqualTo(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo("a");
        assertThat(Secret.of("")).isSameAs(Secret.NONE);
        assertThat(Secret.of("a").reveal()).isEqualTo("a");
    }
}
