package io.weir.edge.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.platform.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFileTest {

    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer s3cret", "X-Key", "k3y-value");

    @TempDir
    private Path folder;

    private CredentialFile file(String key) {
        return new CredentialFile(folder.resolve("credentials.json"), key(key));
    }

    private SecretKey key(String text) {
        return CredentialKey.of(Secret.of(text.repeat(32)), folder.resolve("unused"));
    }

    @Test
    void givesBackWhatWasStoredAndKeepsNoneOfItInTheClear() throws IOException {
        file("a").put("crm", HEADERS);

        assertThat(file("a").headers("crm")).hasValue(HEADERS);
        assertThat(file("a").headers("other")).isEmpty();
        assertThat(Files.readString(folder.resolve("credentials.json"))).doesNotContain("s3cret", "k3y");
    }

    @Test
    void givesNothingToAnotherKeyNorAfterARevocation() throws IOException {
        file("a").put("crm", HEADERS);
        assertThat(file("b").headers("crm")).isEmpty();

        assertThat(file("a").revoke("crm")).isTrue();
        assertThat(file("a").headers("crm")).isEmpty();
        assertThat(file("a").revoke("other")).isFalse();
    }

    @Test
    void doesNotOpenAValueThatWasMovedToAnotherName() throws IOException {
        file("a").put("crm", HEADERS);
        Path path = folder.resolve("credentials.json");
        Files.writeString(path, Files.readString(path).replace("\"crm\"", "\"other\""));

        assertThat(file("a").headers("other")).isEmpty();
    }

    @Test
    void keepsAKeyOfItsOwnOnceWhereNoneIsConfigured() {
        SecretKey first = CredentialKey.of(Secret.NONE, folder.resolve("inbound.key"));
        SecretKey second = CredentialKey.of(Secret.NONE, folder.resolve("inbound.key"));

        assertThat(first).isEqualTo(second);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialKey.of(Secret.of("short"), folder.resolve("inbound.key")));
    }
}
