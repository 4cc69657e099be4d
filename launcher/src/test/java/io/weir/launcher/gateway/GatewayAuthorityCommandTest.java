package io.weir.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GatewayAuthorityCommandTest {

    @TempDir
    private Path data;

    private String run() {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new GatewayCommand())
                .setOut(new PrintWriter(out))
                .execute("ca", "--data", data.toString());
        assertThat(exitCode).isZero();
        return out.toString();
    }

    @Test
    void makesAnAuthorityOnceWhoseKeyOnlyItsOwnerReads() throws IOException {
        String first = run();
        String certificate = Files.readString(data.resolve("authority/weir-ca.pem"));
        String second = run();

        assertThat(first).contains("was made", "weir-ca.pem", "weir-ca.key");
        assertThat(second).contains("nothing was changed");
        assertThat(certificate).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(Files.readString(data.resolve("authority/weir-ca.pem"))).isEqualTo(certificate);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("authority/weir-ca.key"))))
                    .isEqualTo("rw-------");
        }
    }
}
