package io.weir.schemas.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackedOutput} has written. Whatever is not that is refused with an {@link IllegalArgumentException}
 * that quotes none of it. Not thread-safe.
 */
public final class PackedInput {

    private final byte[] bytes;
    private int at;

    /** Reads these bytes from their beginning; they must not be changed meanwhile. */
    public PackedInput(byte[] bytes) {
        this(bytes, 0);
    }

    /** Reads these bytes from this place on; they must not be changed meanwhile. */
    public PackedInput(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** The place of what is read next. */
    public int position() {
        return at;
    }

    /** What has been read from a place on. */
    public byte[] since(int position) {
        return Arrays.copyOfRange(bytes, position, at);
    }

    /** One byte, from 0 to 255. */
    public int get() {
        require(1);
        return bytes[at++] & 0xff;
    }

    /** A number. */
    public long getNumber() {
        long rest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = get();
            rest |= (long) (next & 0x7f) << shift;
            if (next <= 0x7f) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IllegalArgumentException("a packed number has no end");
    }

    /** A number that fits into an int. */
    public int getInt() {
        long number = getNumber();
        if (number != (int) number) {
            throw new IllegalArgumentException("a packed number is too large");
        }
        return (int) number;
    }

    /** Eight bytes. */
    public long getLong() {
        require(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return value;
    }

    /** A text. */
    public String getText() {
        int length = getInt();
        return length >= 0 ? latin1(length) : units(-1 - length);
    }

    /** A text that may be missing. */
    public @Nullable String getOptional() {
        return get() == 0 ? null : getText();
    }

    /** Elements, of which at least one byte each must be left. */
    public <T> List<T> getEach(Supplier<T> element) {
        return getEach(getInt(), element);
    }

    /** So many elements, of which at least one byte each must be left. */
    public <T> List<T> getEach(int count, Supplier<T> element) {
        require(count);
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return elements;
    }

    /** A number of elements, of which at least one byte each must be left. */
    public int getCount() {
        int count = getInt();
        require(count);
        return count;
    }

    /** All that is left. */
    public byte[] getRest() {
        return getAll(bytes.length - at);
    }

    /** So many bytes. */
    public byte[] getAll(int count) {
        require(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private String latin1(int length) {
        require(length);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }

    private String units(int length) {
        require((long) length * Character.BYTES);
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = (char) (get() << Byte.SIZE | get());
        }
        return new String(units);
    }

    private void require(long more) {
        if (more < 0 || bytes.length - at < more) {
            throw new IllegalArgumentException("packed values end too early");
        }
    }
}
