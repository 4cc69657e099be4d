package io.weir.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table that writes every value out and reads it back, and keeps nothing derived: what a restart leaves. */
public final class ForgetfulStateTable implements StateTable {

    // Keys in hex of their UTF-8 bytes sort as the bytes do.
    private final TreeMap<String, byte[]> entries = new TreeMap<>();

    @Override
    public byte @Nullable [] get(String key) {
        byte[] value = entries.get(hex(key));
        return value == null ? null : value.clone();
    }

    @Override
    public void put(String key, byte[] value) {
        entries.put(hex(key), value.clone());
    }

    @Override
    public void delete(String key) {
        entries.remove(hex(key));
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        String first = hex(prefix);
        entries.tailMap(first, true).forEach((key, value) -> {
            if (key.startsWith(first)) {
                visitor.accept(new String(HexFormat.of().parseHex(key), StandardCharsets.UTF_8), value.clone());
            }
        });
    }

    /** Everything in it, to compare tables by. */
    public String content() {
        StringBuilder content = new StringBuilder();
        entries.forEach((key, value) -> content.append(key)
                .append('=')
                .append(Arrays.hashCode(value))
                .append('/')
                .append(value.length)
                .append('\n'));
        return content.toString();
    }

    private static String hex(String key) {
        return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
    }
}
