package io.weir.engine.policy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The policies that come with Weir, each with its tests. None of them is active unless an operator puts it to work. */
public final class PolicyPacks {

    private static final List<String> NAMES =
            List.of("starter", "lineage", "collaboration", "cloud", "healthcare", "mcp-hardening");

    private PolicyPacks() {}

    /** Names of the packs. */
    public static List<String> names() {
        return NAMES;
    }

    /** The policy file of a pack. */
    public static String text(String name) {
        return resource(name + ".yaml");
    }

    /** The test file of a pack. */
    public static String tests(String name) {
        return resource(name + ".test.yaml");
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(PolicyPacks.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
