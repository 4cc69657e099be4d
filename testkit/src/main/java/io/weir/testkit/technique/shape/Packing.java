package io.weir.testkit.technique.shape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Codes and packed formats. */
final class Packing {

    private Packing() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        return through(GZIPOutputStream::new, bytes);
    }

    static byte[] zlib(byte[] bytes) {
        return through(DeflaterOutputStream::new, bytes);
    }

    static byte[] zip(byte[] bytes) {
        return through(
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    ZipEntry entry = new ZipEntry("notes.txt");
                    // Without a time of its own an entry takes the clock of the machine.
                    entry.setTime(0);
                    zip.putNextEntry(entry);
                    return zip;
                },
                bytes);
    }

    private static byte[] through(Packer packer, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.open(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }
}
