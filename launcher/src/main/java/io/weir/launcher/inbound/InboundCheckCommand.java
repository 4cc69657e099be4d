package io.weir.launcher.inbound;

import io.weir.edge.inbound.InboundRoute;
import io.weir.edge.inbound.InboundRoutes;
import io.weir.launcher.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir inbound check}: reads a routes file as the gateway would. */
@Command(name = "check", mixinStandardHelpOptions = true, header = "Check a file of routes, and list them.")
final class InboundCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "YAML file with routes.")
    private Path file = Path.of("routes.yaml");

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        InboundRoutes.read(file).all().forEach(route -> out.println(line(route)));
        out.flush();
        return ExitCode.OK;
    }

    private static String line(InboundRoute route) {
        return "/inbound/" + route.prefix() + "/ -> " + route.upstream() + (route.isActive() ? "" : " (not in use)")
                + (route.isOpen() ? " (fails open)" : "");
    }
}
