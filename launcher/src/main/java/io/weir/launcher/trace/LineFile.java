package io.weir.launcher.trace;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a file line by line as bytes, plain or gzip, in bounded memory. Blank lines are passed over, but counted. */
public final class LineFile {

    /** Longest line that is read, in bytes: above the largest record of a topic. */
    public static final int LINE_BYTES_MAX = 4 << 20;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER_BYTES = 64 << 10;

    private LineFile() {}

    /** Takes one line. */
    @FunctionalInterface
    public interface LineReader {

        /**
         * Takes a line.
         *
         * @param line its number, from 1
         * @param bytes its bytes without the line feed
         */
        void accept(long line, byte[] bytes) throws IOException;
    }

    /**
     * Hands over each line.
     *
     * @throws TraceUnreadable if the file cannot be read, or a line is longer than {@link #LINE_BYTES_MAX}
     */
    public static void read(Path file, LineReader reader) throws IOException {
        long line = 0;
        try (InputStream in = open(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (fill(in, bytes, file, line + 1)) {
                line++;
                if (!isBlank(bytes)) {
                    reader.accept(line, bytes.toByteArray());
                }
            }
        } catch (TraceUnreadable e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new TraceUnreadable(file, "there is no such file");
        } catch (IOException e) {
            throw new TraceUnreadable(file, line + 1, "cannot be read (" + e + ")");
        }
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        raw.mark(2);
        boolean gzip = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES) : raw;
    }

    /** Puts the next line into the buffer. Gives false at the end of the file. */
    private static boolean fill(InputStream in, ByteArrayOutputStream bytes, Path file, long line) throws IOException {
        bytes.reset();
        int next = in.read();
        boolean found = next >= 0;
        while (next >= 0 && next != '\n') {
            if (bytes.size() == LINE_BYTES_MAX) {
                throw new TraceUnreadable(file, line, "longer than " + LINE_BYTES_MAX + " bytes");
            }
            bytes.write(next);
            next = in.read();
        }
        return found;
    }

    private static boolean isBlank(ByteArrayOutputStream bytes) {
        return bytes.size() < 3 && bytes.toString(StandardCharsets.US_ASCII).isBlank();
    }
}
