package io.weir.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedFolderTest {

    @Test
    void skipsTheTestWhenTheFileIsAbsent() {
        assertThat(SharedFolder.find("no/such/file")).isEmpty();
        assertThatThrownBy(() -> SharedFolder.require("no/such/file"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no/such/file");
    }
}
