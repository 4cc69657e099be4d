package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.schemas.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads bodies up to a limit, and says how large those are that exceed it. Safe to share between threads. */
public final class RequestBody {

    /**
     * How much more than the limit is read and thrown away: a client that is still sending when we close the connection
     * would see a reset instead of our answer.
     */
    private static final long DRAINED_BYTES_MAX = 8 << 20;

    private static final int CHUNK_BYTES = 16 << 10;

    private final int bytesMax;
    private final Duration readMax;
    private final StrictJson reader;

    /**
     * A reader of bodies of at most {@code bytesMax} bytes.
     *
     * @param readMax how long a body may take to come in, so that one that trickles does not hold its place for long; a
     *     pause of the server's idle timeout comes on top
     */
    public RequestBody(int bytesMax, Duration readMax) {
        this.bytesMax = bytesMax;
        this.readMax = readMax;
        this.reader = new StrictJson(bytesMax);
    }

    /**
     * The body as a JSON value.
     *
     * @throws Refusal if it is too large, in a form that we do not read, or not JSON
     */
    public @Nullable Object read(Context context) {
        return parse(readBytes(context));
    }

    /**
     * The body as it came, for signatures.
     *
     * @throws Refusal if it is too large, or in a form that we do not read
     */
    public byte[] readBytes(Context context) {
        MediaTypes.require(context.header("Content-Type"), context.header("Content-Encoding"));
        return bytes(context);
    }

    /**
     * The body of a form as it came.
     *
     * @throws Refusal if it is too large, or no form
     */
    public byte[] readFormBytes(Context context) {
        MediaTypes.requireForm(context.header("Content-Type"));
        return bytes(context);
    }

    /**
     * The JSON value of a body.
     *
     * @throws Refusal if it is not JSON
     */
    public @Nullable Object parse(byte[] body) {
        try {
            return reader.read(body);
        } catch (JsonRejected e) {
            throw Refusal.of(e);
        }
    }

    private byte[] bytes(Context context) {
        long declared = context.req().getContentLengthLong();
        try {
            InputStream in = context.bodyInputStream();
            ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(0, Math.min(declared, bytesMax)));
            long seen = copy(in, body);
            if (seen > bytesMax) {
                throw tooLarge(seen, declared);
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw Refusal.of(ErrorCode.JSON_MALFORMED, "The body could not be read to its end.");
        }
    }

    /** Reads to the end and keeps at most {@link #bytesMax}; a caller who takes too long loses its place. */
    private long copy(InputStream in, ByteArrayOutputStream body) throws IOException {
        long deadlineNanos = System.nanoTime() + readMax.toNanos();
        byte[] buffer = new byte[CHUNK_BYTES];
        long seen = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            body.write(buffer, 0, (int) Math.max(0, Math.min(read, bytesMax - seen)));
            seen += read;
            if (seen > bytesMax + DRAINED_BYTES_MAX) {
                return seen;
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                throw Refusal.of(
                        ErrorCode.REQUEST_TOO_SLOW, "Only " + seen + " bytes of the body came within the time for it.");
            }
        }
        return seen;
    }

    private Refusal tooLarge(long seen, long declared) {
        boolean known = declared >= 0 || seen <= bytesMax + DRAINED_BYTES_MAX;
        long size = declared >= 0 ? declared : seen;
        String actual = known ? String.valueOf(size) : "more than " + size;
        return Refusal.of(
                ErrorCode.PAYLOAD_TOO_LARGE,
                String.format(Locale.ROOT, "The body has %s bytes; the limit is %d.", actual, bytesMax));
    }
}
