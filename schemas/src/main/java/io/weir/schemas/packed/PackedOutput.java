package io.weir.schemas.packed;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after the other in few bytes, for state and for records between our own processes. Numbers are
 * zigzag varints (Protocol Buffers, encoding, section Signed Integers), so that small ones take one byte.
 * {@link PackedInput} reads them. Not thread-safe.
 */
public final class PackedOutput {

    private static final int LATIN1_MAX = 0xff;

    private byte[] bytes;
    private int size;

    /** An empty output with room for so many bytes; it grows. */
    public PackedOutput(int bytesExpected) {
        this.bytes = new byte[Math.max(Long.BYTES, bytesExpected)];
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes one byte: the low eight bits. */
    public PackedOutput put(int oneByte) {
        need(1);
        bytes[size++] = (byte) oneByte;
        return this;
    }

    /** Writes a number; the nearer to 0, the fewer bytes. */
    public PackedOutput putNumber(long number) {
        need(10);
        long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Writes eight bytes, for what is as large as it can be: hashes. */
    public PackedOutput putLong(long value) {
        need(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Writes a text, well-formed or not. */
    public PackedOutput putText(String text) {
        return putText(text, 0);
    }

    /** Writes a text from one of its units on. */
    public PackedOutput putText(String text, int from) {
        int length = text.length() - from;
        boolean latin1 = isLatin1(text, from);
        putNumber(latin1 ? length : -1L - length);
        need(latin1 ? length : length * Character.BYTES);
        return latin1 ? putLatin1(text, from) : putUnits(text, from);
    }

    /** Writes a text that may be missing. */
    public PackedOutput putOptional(@Nullable String text) {
        put(text == null ? 0 : 1);
        return text == null ? this : putText(text);
    }

    /** Writes bytes; the reader has to know their number. */
    public PackedOutput putAll(byte[] added) {
        return putAll(added, 0, added.length);
    }

    /** Writes a range of bytes. */
    public PackedOutput putAll(byte[] added, int from, int to) {
        need(to - from);
        System.arraycopy(added, from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** Number of bytes so far. */
    public int size() {
        return size;
    }

    /** Writes the number of elements, then each element. */
    public <T> PackedOutput putEach(Collection<T> elements, Consumer<T> element) {
        putNumber(elements.size());
        elements.forEach(element);
        return this;
    }

    private PackedOutput putLatin1(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    private PackedOutput putUnits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            bytes[size++] = (byte) (text.charAt(i) >>> Byte.SIZE);
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    private static boolean isLatin1(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > LATIN1_MAX) {
                return false;
            }
        }
        return true;
    }

    private void need(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
