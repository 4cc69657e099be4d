package io.weir.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.platform.config.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String HEX = "000102030405060708090a0b0c0d0e0fF0";

    @TempDir
    private Path folder;

    private byte[] keyOf(String configured) {
        return MasterKey.of(new FingerprintConfig(Secret.of(configured)), folder);
    }

    @Test
    void readsHexAndBase64Alike() {
        byte[] bytes = keyOf(HEX);

        assertThat(bytes).hasSize(17).startsWith(0, 1, 2).endsWith(0xF0);
        assertThat(keyOf(Base64.getEncoder().encodeToString(bytes))).isEqualTo(bytes);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesAKeyOnceAndKeepsIt() throws Exception {
        byte[] first = keyOf("");
        byte[] second = keyOf("");

        assertThat(first).hasSize(32).isEqualTo(second);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fingerprint.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesAnotherKeyInAnotherDirectory(@TempDir Path other) {
        assertThat(keyOf("")).isNotEqualTo(MasterKey.of(new FingerprintConfig(Secret.NONE), other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00010203", "not base64 !", "AAEC"})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keyOf(text))
                .withMessageContaining("openssl rand")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(text));
    }

    @Test
    void saysWhichDirectoryCannotBeUsed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.of(new FingerprintConfig(Secret.NONE), file))
                .withMessageContaining(file.toString());
    }
}
