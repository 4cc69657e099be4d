package io.weir.launcher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.inbound.InboundRoute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InboundCommandTest {

    @TempDir
    private Path data;

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new InboundCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(exitCode).isZero();
        return out.toString();
    }

    private String at(String value) {
        return "--data=" + data.resolve(value);
    }

    @Test
    void makesTokensWhoseDigestARouteKnows() throws IOException {
        String[] lines = run("token").split("\\R");
        String token = lines[0].replaceAll(".* ", "");
        String digest = lines[1].replaceAll(".* ", "");
        Path routes = Files.writeString(
                data.resolve("routes.yaml"),
                "routes:\n  - prefix: crm\n    upstream: https://api.example.com/v2\n    callers: [" + digest + "]\n");

        assertThat(InboundRoute.digest(token)).isEqualTo(digest);
        assertThat(run("check", routes.toString())).isEqualTo("/inbound/crm/ -> https://api.example.com/v2\n");
    }

    @Test
    void storesListsAndRevokesCredentialsAndShowsNoValue() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("Bearer s3cret-value\n".getBytes(StandardCharsets.UTF_8)));
        try {
            run("credential-set", "crm", "--header", "Authorization", at("weir"));
        } finally {
            System.setIn(before);
        }

        assertThat(run("credential-list", at("weir")))
                .contains("crm", "Authorization")
                .doesNotContain("s3cret");
        assertThat(Files.readString(data.resolve("weir/inbound-credentials.json")))
                .doesNotContain("s3cret");
        run("credential-revoke", "crm", at("weir"));
        assertThat(run("credential-list", at("weir"))).contains("revoked");
    }
}
