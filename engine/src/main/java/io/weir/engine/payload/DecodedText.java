package io.weir.engine.payload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes read as text.
 *
 * @param text what they say; bytes that say nothing are replacement characters
 * @param charset in which they say it
 */
record DecodedText(String text, Charset charset) {

    /** The text of bytes that were decoded from a text, or null where they are not nearly all text. */
    static @Nullable DecodedText of(byte[] bytes) {
        ByteLook look = ByteLook.at(bytes);
        if (!look.isText() && look.isUtf16()) {
            return new DecodedText(new String(bytes, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
        }
        return look.isText() ? utf8(bytes) : null;
    }

    /** The text of an unpacked file, whatever else is in it; null where it is more other things than text. */
    static @Nullable DecodedText ofFile(byte[] bytes) {
        DecodedText text = of(bytes);
        return text == null && ByteLook.at(bytes).isTextInPart() ? utf8(bytes) : text;
    }

    private static DecodedText utf8(byte[] bytes) {
        return new DecodedText(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Another text in the same characters' code, or null where even this text would not give the same bytes. */
    byte @Nullable [] encodeLike(byte[] before, String after) {
        return Arrays.equals(text.getBytes(charset), before) ? after.getBytes(charset) : null;
    }
}
