package io.weir.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one run of Jazzer over one target did.
 *
 * @param target simple name of the target
 * @param seconds it was given, start of the JVM left out
 * @param executions inputs tried
 * @param findings of different stack traces
 * @param exitCode of the JVM
 */
record FuzzRun(String target, int seconds, long executions, long findings, int exitCode) {

    private static final String EXECUTED = "stat::number_of_executed_units:";
    private static final int LENGTH_MAX = 4_096;
    /** Longest time of one input, in seconds; the first one loads the rules, and the machine may be busy. */
    private static final int INPUT_SECONDS_MAX = 120;

    private static final int FINDINGS_MAX = 100;

    /**
     * Starts a target.
     *
     * @param packages of the engine in which each branch counts
     */
    static Process start(Class<?> target, List<String> packages, Path directory, int seconds, int seed)
            throws IOException {
        return new ProcessBuilder(command(target, packages, directory, seconds, seed))
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile())
                .start();
    }

    /** What a target did, when it is over. */
    static FuzzRun of(Class<?> target, Path directory, int seconds, Process process)
            throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        Path log = log(directory);
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        long executions = lines.stream()
                .filter(line -> line.startsWith(EXECUTED))
                .mapToLong(
                        line -> Long.parseLong(line.substring(EXECUTED.length()).strip()))
                .max() // each finding prints the count so far
                .orElse(0);
        long findings =
                lines.stream().filter(line -> line.startsWith("== Java ")).count();
        return new FuzzRun(target.getSimpleName(), seconds, executions, findings, exitCode);
    }

    private static Path log(Path directory) {
        return directory.resolve("log.txt");
    }

    private static List<String> command(Class<?> target, List<String> packages, Path directory, int seconds, int seed) {
        String counted =
                packages.stream().map(name -> "io.weir.engine." + name + ".**").collect(Collectors.joining(":"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + counted,
                // The engine has none of the sinks that hooks watch, and they cost CPU time.
                "--custom_hook_excludes=**",
                "--keep_going=" + FINDINGS_MAX,
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + "/",
                "-max_total_time=" + seconds,
                "-max_len=" + LENGTH_MAX,
                "-timeout=" + INPUT_SECONDS_MAX,
                "-print_final_stats=1",
                "-seed=" + seed,
                directory.resolve("corpus").toString());
    }

    /** Whether it ran, and found nothing. */
    boolean isClean() {
        return exitCode == 0 && findings == 0 && executions > 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "  %-16s %4d s %10d executions %4d findings%s",
                target,
                seconds,
                executions,
                findings,
                exitCode == 0 ? "" : ", exit code " + exitCode);
    }
}
