package io.weir.launcher.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.WeirMain;
import io.weir.platform.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a client of MCP starts it: in a folder, which is its home too. */
final class StdioChild implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private StdioChild(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    static StdioChild start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                WeirMain.class.getName()));
        command.addAll(List.of(arguments));
        return new StdioChild(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start());
    }

    /** Sends a message in single quotes, and gives the answer to it. */
    JsonNode ask(int id, String method, String params) throws IOException {
        tell("{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + params + "}");
        while (true) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the process has ended");
            }
            JsonNode message = Json.mapper().readTree(line);
            if (message.path("id").asInt() == id) {
                return message;
            }
        }
    }

    JsonNode call(int id, String tool, String arguments) throws IOException {
        return ask(id, "tools/call", "{'name':'" + tool + "','arguments':" + arguments + "}");
    }

    void tell(String message) throws IOException {
        in.write(message.replace('\'', '"') + "\n");
        in.flush();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
