package io.weir.e2e.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service of the compose file in a JVM of its own, with the environment, the command and the jars of its container.
 */
final class ComposeProcess implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final String name;

    private ComposeProcess(Process process, Path output, String name) {
        this.process = process;
        this.output = output;
        this.name = name;
    }

    /**
     * Starts a service.
     *
     * @param folder stands for the container's data directory
     * @param environment the environment as it is in this machine
     */
    static ComposeProcess start(ComposeFile compose, String service, Path folder, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ComposeFile.repository().resolve("launcher/target/lib") + "/*",
                "io.weir.launcher.WeirMain"));
        compose.service(service).path("command").forEach(word -> command.add(word.asText()));
        command.replaceAll(word -> word.equals("/var/lib/weir") ? folder.toString() : word);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ComposeProcess(builder.start(), output, service);
    }

    /** Whether the container's health check, on the port of this machine, says that the service is ready. */
    boolean isHealthy(ComposeFile compose, int port) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended:\n" + Files.readString(output));
        }
        List<String> check = List.of(compose.healthCheck(name).split(" "));
        String path = check.get(check.size() - 1);
        Process healthy = new ProcessBuilder(
                        ComposeFile.repository().resolve("docker/healthy").toString(), String.valueOf(port), path)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return healthy.waitFor(10, TimeUnit.SECONDS) && healthy.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(tooSlow -> process.destroyForcibly())
                .join();
    }
}
