package io.weir.platform.json;

import io.weir.schemas.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that is refused where it is invalid, instead of being patched with replacement characters. */
public final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text of {@code bytes}, without a leading byte order mark.
     *
     * @throws JsonRejected {@code TEXT_NOT_UTF8}, with the offset of the first invalid byte
     */
    public static String decode(byte[] bytes) throws JsonRejected {
        // Most texts of programs are, and need no decoder.
        if (EightBytes.areAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new JsonRejected(
                    ErrorCode.TEXT_NOT_UTF8, "The byte at offset " + in.position() + " does not continue valid UTF-8.");
        }
        out.flip();
        if (out.hasRemaining() && out.get(out.position()) == BYTE_ORDER_MARK) {
            out.get();
        }
        return out.toString();
    }
}
