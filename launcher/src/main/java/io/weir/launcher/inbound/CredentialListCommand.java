package io.weir.launcher.inbound;

import io.weir.edge.inbound.CredentialFile;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir inbound credential-list}: what is stored, without the values. */
@Command(
        name = "credential-list",
        mixinStandardHelpOptions = true,
        header = "List stored credentials, without their values.")
final class CredentialListCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final InboundFiles files = new InboundFiles();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (CredentialFile.Listed listed : files.credentials().list()) {
            String what = listed.revoked() ? "revoked" : String.join(", ", listed.headerNames());
            out.println(listed.name() + "  " + listed.madeAt() + "  " + what);
        }
        out.flush();
        return ExitCode.OK;
    }
}
