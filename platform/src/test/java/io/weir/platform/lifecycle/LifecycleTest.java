package io.weir.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private final List<String> closed = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle(InstantSource.system());

    @Test
    void closesInReverseAndOnce() {
        lifecycle.start("broker", () -> part("broker"));
        lifecycle.start("api", () -> part("api"));

        lifecycle.close();
        lifecycle.close();

        assertThat(closed).containsExactly("api", "broker");
    }

    @Test
    void closesTheEarlierPartsIfOneDoesNotStart() {
        lifecycle.start("broker", () -> part("broker"));

        assertThatThrownBy(() -> lifecycle.start("api", () -> {
                    throw new IOException("port taken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("port taken");

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void closesTheOthersIfOneDoesNotClose() {
        lifecycle.start("broker", () -> part("broker"));
        lifecycle.start("stuck", () -> () -> {
            throw new IOException("stuck");
        });

        lifecycle.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void startsNothingAfterClosing() {
        lifecycle.close();

        assertThatThrownBy(() -> lifecycle.start("api", () -> part("api")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("api");
        assertThat(closed).isEmpty();
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
