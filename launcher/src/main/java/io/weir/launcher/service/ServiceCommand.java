package io.weir.launcher.service;

import io.weir.launcher.ExitCode;
import io.weir.launcher.StopRequest;
import io.weir.launcher.config.Settings;
import io.weir.launcher.stack.Assembly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all services have in common: they read the same settings, start, and stay until they are told to stop. */
abstract class ServiceCommand implements Callable<Integer> {

    private final StopRequest stop;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".weir",
            description = "Where local state is kept; default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".weir");

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file with settings.")
    private @Nullable Path config;

    ServiceCommand(StopRequest stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Assembly assembly = Assembly.of(Settings.source(config), data)) {
            start(assembly);
            stop.await();
        }
        return ExitCode.OK;
    }

    /** Starts the service's parts. */
    abstract void start(Assembly assembly) throws IOException;
}
