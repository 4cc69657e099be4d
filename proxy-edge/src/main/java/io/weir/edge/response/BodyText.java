package io.weir.edge.response;

import io.weir.client.ScanFailure;
import io.weir.edge.call.MediaType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a body that arrives piece by piece: undoes its gzip coding and its character encoding, in stretches of
 * {@value #STRETCH_BYTES} bytes, however far a piece expands. A body whose type does not say whether it is text is text
 * if its first stretch is UTF-8 without a zero byte.
 */
final class BodyText implements AutoCloseable {

    private static final int STRETCH_BYTES = 8 << 10;

    /** Longest incomplete character that a decoder can leave behind. */
    private static final int REST_BYTES_MAX = 16;

    private final @Nullable GzipStream gzip;
    private final CharsetDecoder decoder;
    private final CharBuffer units = CharBuffer.allocate(STRETCH_BYTES);
    private final ByteBuffer rest = ByteBuffer.allocate(STRETCH_BYTES + REST_BYTES_MAX);
    private boolean undecided;
    private boolean broken;

    BodyText(MediaType type, boolean gzipped) {
        Charset charset = type.charset() == null ? StandardCharsets.UTF_8 : type.charset();
        this.gzip = gzipped ? new GzipStream(STRETCH_BYTES) : null;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.undecided = !type.isText();
    }

    /**
     * Decodes a piece.
     *
     * @return false if the sink wants no more, or if the body turns out to be no text or to be broken
     */
    boolean decode(byte[] piece, TextSink sink) throws ScanFailure, ResponseWithheld, InterruptedException {
        ByteBuffer coded = ByteBuffer.wrap(piece);
        while (true) {
            ByteBuffer plain = plain(coded);
            if (plain == null) {
                broken = true;
                return false;
            }
            if (!plain.hasRemaining() && !coded.hasRemaining()) {
                return true;
            }
            if (!decodePlain(plain, sink)) {
                return false;
            }
        }
    }

    /** Whether the body's gzip coding could not be undone. */
    boolean isBroken() {
        return broken;
    }

    /** Whether the pieces so far end inside a character. */
    boolean endsInsideCharacter() {
        return rest.position() > 0;
    }

    /** Decodes what an incomplete last character left behind. */
    void finish(TextSink sink) throws ScanFailure, ResponseWithheld, InterruptedException {
        rest.flip();
        decoder.decode(rest, units, true);
        decoder.flush(units);
        drain(sink);
    }

    private @Nullable ByteBuffer plain(ByteBuffer coded) {
        if (gzip != null) {
            return gzip.next(coded);
        }
        ByteBuffer stretch = coded.slice(coded.position(), Math.min(STRETCH_BYTES, coded.remaining()));
        coded.position(coded.position() + stretch.remaining());
        return stretch;
    }

    private boolean decodePlain(ByteBuffer plain, TextSink sink)
            throws ScanFailure, ResponseWithheld, InterruptedException {
        if (undecided && plain.hasRemaining()) {
            if (!looksLikeText(plain.duplicate())) {
                return false;
            }
            undecided = false;
        }
        rest.put(plain).flip();
        CoderResult result;
        boolean wanted;
        do {
            result = decoder.decode(rest, units, false);
            wanted = drain(sink);
        } while (wanted && result.isOverflow());
        rest.compact();
        return wanted;
    }

    private boolean drain(TextSink sink) throws ScanFailure, ResponseWithheld, InterruptedException {
        units.flip();
        boolean wanted = sink.take(units);
        units.clear();
        return wanted;
    }

    private static boolean looksLikeText(ByteBuffer bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        // Not the end of input: the stretch may stop inside a character.
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, false);
        text.flip();
        return !result.isError() && text.chars().noneMatch(unit -> unit == 0);
    }

    @Override
    public void close() {
        if (gzip != null) {
            gzip.close();
        }
    }
}
