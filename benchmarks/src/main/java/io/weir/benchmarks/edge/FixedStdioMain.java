package io.weir.benchmarks.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server on standard input and output that answers each line with the same line. */
public final class FixedStdioMain {

    private FixedStdioMain() {}

    /**
     * Answers until its input ends.
     *
     * @param args file that holds the answer
     */
    public static void main(String[] args) throws IOException {
        String answer = Files.readString(Path.of(args[0])).strip();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            out.print(answer + "\n");
            out.flush();
        }
    }

    /** What starts such a server. */
    static List<String> command(Path answer) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                FixedStdioMain.class.getName(),
                answer.toString());
    }
}
