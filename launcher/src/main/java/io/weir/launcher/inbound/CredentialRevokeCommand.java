package io.weir.launcher.inbound;

import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weir inbound credential-revoke}: destroys stored headers. */
@Command(
        name = "credential-revoke",
        mixinStandardHelpOptions = true,
        header = "Destroy the values of a stored credential; routes that need it answer 502 from the next call on.")
final class CredentialRevokeCommand implements Callable<Integer> {

    @Mixin
    private final InboundFiles files = new InboundFiles();

    @Parameters(paramLabel = "NAME", description = "Name of the credential.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        if (!files.credentials().revoke(name)) {
            throw new IllegalArgumentException("there is no credential " + name);
        }
        return ExitCode.OK;
    }
}
