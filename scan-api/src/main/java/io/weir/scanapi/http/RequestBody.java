package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.schemas.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads bodies up to a limit, and says how large those are that exceed it. Safe to share between threads. */
public final class RequestBody {

    /**
     * How much more than the limit is read and thrown away: a client that is still sending when we close the connection
     * would see a reset instead of our answer.
     */
    private static final int DRAINED_BYTES_MAX = 8 << 20;

    private final int bytesMax;
    private final StrictJson reader;

    /** A reader of bodies of at most {@code bytesMax} bytes. */
    public RequestBody(int bytesMax) {
        this.bytesMax = bytesMax;
        this.reader = new StrictJson(bytesMax);
    }

    /**
     * The body as a JSON value.
     *
     * @throws Refusal if it is too large, in a form that we do not read, or not JSON
     */
    public @Nullable Object read(Context context) {
        MediaTypes.require(context.header("Content-Type"), context.header("Content-Encoding"));
        try {
            return reader.read(bytes(context));
        } catch (JsonRejected e) {
            throw Refusal.of(e);
        }
    }

    private byte[] bytes(Context context) {
        long declared = context.req().getContentLengthLong();
        try (InputStream in = context.bodyInputStream()) {
            byte[] body = in.readNBytes(bytesMax + 1);
            if (body.length <= bytesMax) {
                return body;
            }
            long seen = body.length + drain(in);
            throw tooLarge(seen, declared);
        } catch (EOFException e) {
            throw Refusal.of(ErrorCode.JSON_MALFORMED, "The body breaks off before its declared length.");
        } catch (IOException e) {
            throw Refusal.of(ErrorCode.JSON_MALFORMED, "The body could not be read to its end.");
        }
    }

    private static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long drained = 0;
        while (drained < DRAINED_BYTES_MAX) {
            int read = in.read(buffer);
            if (read < 0) {
                return drained;
            }
            drained += read;
        }
        return drained;
    }

    private Refusal tooLarge(long seen, long declared) {
        boolean known = declared >= 0 || seen < bytesMax + 1L + DRAINED_BYTES_MAX;
        long size = declared >= 0 ? declared : seen;
        String actual = known ? String.valueOf(size) : "more than " + size;
        return Refusal.of(
                ErrorCode.PAYLOAD_TOO_LARGE,
                String.format(Locale.ROOT, "The body has %s bytes; the limit is %d.", actual, bytesMax));
    }
}
