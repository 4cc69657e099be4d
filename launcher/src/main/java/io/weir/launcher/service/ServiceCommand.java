package io.weir.launcher.service;

import io.weir.launcher.ExitCode;
import io.weir.launcher.StopRequest;
import io.weir.launcher.config.DataOptions;
import io.weir.launcher.stack.Assembly;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all services have in common: they read the same settings, start, and stay until they are told to stop. */
abstract class ServiceCommand implements Callable<Integer> {

    private final StopRequest stop;

    @Mixin
    private final DataOptions options = new DataOptions();

    ServiceCommand(StopRequest stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Assembly assembly = Assembly.of(options.settings(), options.data())) {
            start(assembly);
            stop.await();
        }
        return ExitCode.OK;
    }

    /** Starts the service's parts. */
    abstract void start(Assembly assembly) throws IOException;
}
