package io.weir.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The encodings that a payload reader opens. */
final class Packing {

    private Packing() {}

    /** As a gzip file (RFC 1952). */
    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return packed.toByteArray();
    }

    /** As a zip archive of one file. */
    static byte[] zip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream stream = new ZipOutputStream(packed)) {
            stream.putNextEntry(new ZipEntry("a.txt"));
            stream.write(plain);
            stream.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return packed.toByteArray();
    }

    /** Each byte percent-encoded (RFC 3986, section 2.1). */
    static String percent(byte[] plain) {
        StringBuilder text = new StringBuilder();
        for (byte b : plain) {
            text.append('%').append(hex(b >> 4)).append(hex(b));
        }
        return text.toString();
    }

    /** Each unit as a JSON escape (RFC 8259, section 7). */
    static String escaped(String plain) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            text.append("\\u")
                    .append(hex(c >> 12))
                    .append(hex(c >> 8))
                    .append(hex(c >> 4))
                    .append(hex(c));
        }
        return text.toString();
    }

    private static char hex(int value) {
        return Character.forDigit(value & 15, 16);
    }
}
