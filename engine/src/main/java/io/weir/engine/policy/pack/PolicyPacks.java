package io.weir.engine.policy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The policies that come with Weir, each with its tests. None of them is active unless an operator puts it to work. */
public final class PolicyPacks {

    private static final List<String> NAMES = List.of(
            "starter",
            "lineage",
            "collaboration",
            "cloud",
            "healthcare",
            "mcp-hardening",
            "operations",
            "coding",
            "browser",
            "enterprise",
            "iso-42001");

    /** The defaults of name-rule firewalls, in their format and under the name of their file. */
    public static final String NAME_RULES = "name-rules";

    private static final String NAME_RULES_STEM = "firewall_config";

    private PolicyPacks() {}

    /** Names of the packs in our own format. */
    public static List<String> names() {
        return NAMES;
    }

    /** Names of all packs, those in formats of others last. */
    public static List<String> all() {
        return Stream.concat(NAMES.stream(), Stream.of(NAME_RULES)).toList();
    }

    /** How the policy file of a pack is called. */
    public static String fileName(String name) {
        return name.equals(NAME_RULES) ? NAME_RULES_STEM + ".json" : name + ".yaml";
    }

    /** How the test file of a pack is called. */
    public static String testFileName(String name) {
        return (name.equals(NAME_RULES) ? NAME_RULES_STEM : name) + ".test.yaml";
    }

    /** The policy file of a pack. */
    public static String text(String name) {
        return resource(fileName(name));
    }

    /** The test file of a pack. */
    public static String tests(String name) {
        return resource(testFileName(name));
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(PolicyPacks.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
