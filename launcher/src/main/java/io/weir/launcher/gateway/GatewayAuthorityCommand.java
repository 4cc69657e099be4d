package io.weir.launcher.gateway;

import io.weir.edge.authority.CertificateAuthority;
import io.weir.edge.gateway.ForwardConfig;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir gateway ca}: makes the certificate authority with which a gateway reads HTTPS. */
@Command(
        name = "ca",
        mixinStandardHelpOptions = true,
        header = "Make the certificate authority with which the gateway reads HTTPS (forward_proxy.intercept).",
        description = {
            "Agents that use the gateway through HTTPS_PROXY must trust its certificate. Whoever can read its key can",
            "pretend to be any server to them, so make it where the gateway runs, and give agents the certificate only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir gateway ca",
            "  WEIR_FORWARD_PROXY_ENABLED=true WEIR_FORWARD_PROXY_INTERCEPT=true weir up",
            "  HTTPS_PROXY=http://127.0.0.1:4101 curl --cacert .weir/authority/weir-ca.pem https://example.com/"
        })
final class GatewayAuthorityCommand implements Callable<Integer> {

    private static final String DEFAULT_DATA = ".weir";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Data directory; the authority is in 'authority' below it. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(DEFAULT_DATA);

    @Override
    public Integer call() throws IOException {
        Path directory = ForwardConfig.authorityDirectory(data);
        boolean made = make(directory);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(made ? "The authority was made." : "The authority was there already; nothing was changed.");
        out.println("certificate, for agents   " + directory.resolve(CertificateAuthority.CERTIFICATE_FILE));
        out.println("key, for the gateway      " + directory.resolve(CertificateAuthority.KEY_FILE));
        out.flush();
        return ExitCode.OK;
    }

    private static boolean make(Path directory) throws IOException {
        try {
            CertificateAuthority.create(directory);
            return true;
        } catch (FileAlreadyExistsException e) {
            CertificateAuthority.read(directory);
            return false;
        }
    }
}
