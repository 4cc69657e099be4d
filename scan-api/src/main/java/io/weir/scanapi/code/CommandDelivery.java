package io.weir.scanapi.code;

import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program of the operator's for each code, for example one that shows a desktop notification or sends a
 * message. It gets the message as one line of JSON on its standard input, never on its command line, which other users
 * can read. No shell is involved, and none of our settings is in its environment.
 */
final class CommandDelivery implements CodeDelivery {

    private static final int SECONDS_MAX = 10;

    private final List<String> command;

    CommandDelivery(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public void deliver(CodeMessage message) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIR_"));
        Process process = builder.start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(Json.bytes(message));
                in.write('\n');
            }
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("the command for codes took more than " + SECONDS_MAX + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException("the command for codes ended with " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
