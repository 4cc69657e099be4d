package io.weir.launcher.export;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 to the console, line by line, so that no character is cut in two. For one thread. */
final class ConsoleStream extends OutputStream {

    private final PrintWriter console;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    ConsoleStream(PrintWriter console) {
        this.console = console;
    }

    @Override
    public void write(int value) {
        line.write(value);
        if (value == '\n') {
            flush();
        }
    }

    @Override
    public void flush() {
        console.print(line.toString(StandardCharsets.UTF_8));
        console.flush();
        line.reset();
    }

    @Override
    public void close() {
        flush();
    }
}
