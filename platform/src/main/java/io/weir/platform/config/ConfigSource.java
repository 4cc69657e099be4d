package io.weir.platform.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from: options over environment over file over default. Immutable; each {@code with} method gives
 * a new source.
 */
public final class ConfigSource {

    /** All environment variables of Weir begin so. */
    public static final String ENVIRONMENT_PREFIX = "WEIR_";

    private final Map<String, RawValue> options;
    private final Map<String, String> environment;
    private final Map<String, RawValue> file;
    private final List<String> fileProblems;

    private ConfigSource(
            Map<String, RawValue> options,
            Map<String, String> environment,
            Map<String, RawValue> file,
            List<String> fileProblems) {
        this.options = options;
        this.environment = environment;
        this.file = file;
        this.fileProblems = fileProblems;
    }

    /** Nothing but the defaults. */
    public static ConfigSource empty() {
        return new ConfigSource(Map.of(), Map.of(), Map.of(), List.of());
    }

    /** Adds environment variables; those without our prefix are passed over. */
    public ConfigSource withEnvironment(Map<String, String> variables) {
        return withEnvironment(variables, List.of());
    }

    /**
     * Adds environment variables; those without our prefix are passed over.
     *
     * @param notSettings names with our prefix that something else reads, a start script for example
     */
    public ConfigSource withEnvironment(Map<String, String> variables, Collection<String> notSettings) {
        Map<String, String> ours = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX) && !notSettings.contains(name)) {
                ours.put(name, value);
            }
        });
        return new ConfigSource(options, ours, file, fileProblems);
    }

    /** Adds a YAML file. That it cannot be read is reported together with the other problems. */
    public ConfigSource withFile(Path path) {
        List<String> problems = new ArrayList<>();
        Map<String, RawValue> values = Map.of();
        try {
            values = ConfigFile.read(path.toString(), Files.readString(path), problems);
        } catch (NoSuchFileException e) {
            problems.add(path + ": there is no such file");
        } catch (CharacterCodingException e) {
            problems.add(path + ": not valid UTF-8; save the file in UTF-8");
        } catch (IOException e) {
            problems.add(path + ": cannot be read: " + e.getClass().getSimpleName());
        }
        return new ConfigSource(options, environment, values, problems);
    }

    /**
     * Sets one value above all others, as a command line option does.
     *
     * @param key section and name, a dot between
     * @param origin for messages: {@code option --port}
     */
    public ConfigSource withOption(String key, String text, String origin) {
        Map<String, RawValue> more = new LinkedHashMap<>(options);
        more.put(key, new RawValue(text, origin));
        return new ConfigSource(more, environment, file, fileProblems);
    }

    /**
     * Reads all sections of the process. Every section that a file or environment may mention must be among them, since
     * what no section declares is refused.
     *
     * @throws ConfigException with every problem found
     */
    public Config read(List<ConfigSection<?>> sections) {
        return new ConfigReading(this, sections).read();
    }

    List<String> fileProblems() {
        return fileProblems;
    }

    /** The text of a setting from the highest source that has it, or null. */
    @Nullable
    RawValue find(ConfigSection<?> section, ConfigKey<?> key) {
        String qualified = section.qualified(key);
        RawValue option = options.get(qualified);
        if (option != null) {
            return option;
        }
        String variable = key.environmentName(section.name());
        String text = environment.get(variable);
        return text != null ? new RawValue(text, "environment variable " + variable) : file.get(qualified);
    }

    /** Every {@code section.key} that options or file set. */
    Map<String, RawValue> keyed() {
        Map<String, RawValue> all = new LinkedHashMap<>(file);
        all.putAll(options);
        return all;
    }

    /** Names of the environment variables with our prefix, sorted. */
    Iterable<String> environmentNames() {
        return environment.keySet();
    }
}
