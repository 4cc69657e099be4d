package io.weir.launcher.inbound;

import io.weir.edge.inbound.InboundRoute;
import io.weir.launcher.ExitCode;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir inbound token}: makes a token for a caller. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        header = "Make a token for a caller, and the digest for the routes file. The token is shown once.")
final class InboundTokenCommand implements Callable<Integer> {

    private static final String FORM = "wr_inbound_";
    private static final int BYTES = 32;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = FORM + HexFormat.of().formatHex(random);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("token, for the caller          " + token);
        out.println("digest, for the routes file    " + InboundRoute.digest(token));
        out.flush();
        return ExitCode.OK;
    }
}
