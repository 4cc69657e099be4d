package io.weir.e2e.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Programs for Node that nobody here wrote, in pinned versions: clients, servers and the conformance suite of the
 * protocol. They are installed once for each state of the lock file, beside other caches of the user.
 */
final class NodePrograms {

    private static final String AGENT = "agent.mjs";
    private static final String MODERN_SERVER = "modern-server.mjs";
    private static final int INSTALL_SECONDS_MAX = 300;
    private static final int RUN_SECONDS_MAX = 120;

    private final Path folder;

    private NodePrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs, installed if need be.
     *
     * @throws IOException with the reason, if npm is not at hand or cannot install them
     */
    static NodePrograms install() throws IOException, InterruptedException {
        Path declared = Path.of(System.getProperty("weir.root")).resolve("e2e/src/test/node");
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "weir", "node-" + digest(declared));
        Path done = folder.resolve(".installed");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            for (String name : List.of("package.json", "package-lock.json")) {
                Files.copy(declared.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Outcome installed = run(
                    List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"),
                    folder,
                    INSTALL_SECONDS_MAX);
            if (installed.exitCode() != 0) {
                throw new IOException("npm ci failed: " + installed.output());
            }
            Files.createFile(done);
        }
        for (String name : List.of(AGENT, MODERN_SERVER)) {
            Files.copy(declared.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return new NodePrograms(folder);
    }

    private static String digest(Path declared) throws IOException {
        try {
            byte[] lock = Files.readAllBytes(declared.resolve("package-lock.json"));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lock), 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a program printed, and how it ended.
     *
     * @param output standard output and error
     */
    record Outcome(int exitCode, String output) {}

    /** Runs a program of a package; its path is below {@code node_modules}. */
    Outcome run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(server(program));
        command.addAll(arguments);
        return run(command, folder, RUN_SECONDS_MAX);
    }

    /** Runs our agent. */
    Outcome runAgent(Path steps) throws IOException, InterruptedException {
        return run(List.of(node(), folder.resolve(AGENT).toString(), steps.toString()), folder, RUN_SECONDS_MAX);
    }

    /** What starts a program. */
    List<String> server(String program) {
        return List.of(node(), folder.resolve("node_modules").resolve(program).toString());
    }

    /** What starts our server of 2026-07-28, which is made with the official library. */
    List<String> modernServer() {
        return List.of(node(), folder.resolve(MODERN_SERVER).toString());
    }

    private String node() {
        return folder.resolve("node_modules/node/bin/node").toString();
    }

    private static Outcome run(List<String> command, Path folder, int secondsMax)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("weir-node", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("INSPECTOR_SKIP_CLIENT_INSTALL", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(secondsMax, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Outcome(ended ? process.exitValue() : -1, printed);
    }
}
