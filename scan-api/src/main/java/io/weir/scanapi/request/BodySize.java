package io.weir.scanapi.request;

import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Size of a body as it would be sent. */
final class BodySize {

    private BodySize() {}

    /** UTF-8 bytes: of the text itself for a string, of compact JSON for anything else, 0 for none. */
    static long of(@Nullable Object body) {
        if (body == null) {
            return 0;
        }
        CountingStream counter = new CountingStream();
        try (JsonGenerator generator = Json.mapper().createGenerator(counter)) {
            if (body instanceof String text) {
                generator.writeRaw(text);
            } else {
                generator.writePOJO(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("counting bytes failed", e);
        }
        return counter.count;
    }

    private static final class CountingStream extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
