package io.weir.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Runs the fuzz targets side by side, each in a JVM of its own as Jazzer needs it, and prints how often each ran and
 * what was found. Exits with 1 where anything was.
 */
public final class FuzzMain {

    private static final int SECONDS = 60;
    private static final List<Share> SHARES = List.of(
            new Share(PayloadFuzzer.class, 0.6, List.of("payload", "redact")),
            new Share(RuleFuzzer.class, 0.3, List.of("rule", "gitleaks", "expression")),
            new Share(ValidatorFuzzer.class, 0.1, List.of("validate")));

    /**
     * A target.
     *
     * @param part of the time that it gets
     * @param packages of the engine that lead the fuzzer. Counting costs time, so all others are left out: the scanner
     *     has no parser to find a way through, and what only loads the rules is the same for each input
     */
    private record Share(Class<?> target, double part, List<String> packages) {

        int seconds(int all) {
            return (int) (all * part);
        }

        Process start(Path home, int all, int seed) throws IOException {
            return FuzzRun.start(target, packages, directory(home), seconds(all), seed);
        }

        Path directory(Path home) {
            return home.resolve(target.getSimpleName());
        }
    }

    private FuzzMain() {}

    /**
     * Runs all targets.
     *
     * @param args seconds of all targets together, then the directory for corpus, logs and findings; then the seed,
     *     which is otherwise random and printed
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        Path home = Path.of(args.length > 1 ? args[1] : "fuzz/target/fuzz").toAbsolutePath();
        int seed = args.length > 2 ? Integer.parseInt(args[2]) : 1 + new Random().nextInt(Integer.MAX_VALUE - 1);
        System.out.printf(Locale.ROOT, "fuzzing for %d s, seed %d, logs and findings in %s%n", seconds, seed, home);
        List<Process> processes = new ArrayList<>();
        for (Share share : SHARES) {
            Seeds.write(share.directory(home).resolve("corpus"), new Random(seed));
            processes.add(share.start(home, seconds, seed));
        }
        List<FuzzRun> runs = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Share share = SHARES.get(i);
            FuzzRun run = FuzzRun.of(share.target, share.directory(home), share.seconds(seconds), processes.get(i));
            System.out.println(run);
            runs.add(run);
        }
        boolean clean = runs.stream().allMatch(FuzzRun::isClean);
        System.out.printf(
                Locale.ROOT,
                "%d executions, %d findings%s%n",
                runs.stream().mapToLong(FuzzRun::executions).sum(),
                runs.stream().mapToLong(FuzzRun::findings).sum(),
                clean ? "" : ": FAILED, see " + home);
        System.exit(clean ? 0 : 1);
    }
}
