package io.weir.platform.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of a source: goes on after a problem, so that an operator sees all of them at once. */
final class ConfigReading {

    /** What Kubernetes and Docker put into the environment of each container next to a service called weir. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("WEIR_(.*_)?(SERVICE_(HOST|PORT)(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

    private final ConfigSource source;
    private final List<ConfigSection<?>> sections;
    private final List<String> problems = new ArrayList<>();
    private final List<EffectiveValue> effective = new ArrayList<>();

    ConfigReading(ConfigSource source, List<ConfigSection<?>> sections) {
        this.source = source;
        this.sections = sections;
    }

    Config read() {
        problems.addAll(source.fileProblems());
        refuseUnknownKeys();
        refuseUnknownVariables();
        Map<String, Object> records = new LinkedHashMap<>();
        for (ConfigSection<?> section : sections) {
            Object built = build(section);
            if (built != null) {
                records.put(section.name(), built);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Config(records, effective);
    }

    private void refuseUnknownKeys() {
        Map<String, ConfigKey<?>> declared = new LinkedHashMap<>();
        sections.forEach(section -> section.keys().forEach(key -> declared.put(section.qualified(key), key)));
        source.keyed().forEach((key, raw) -> {
            if (!declared.containsKey(key)) {
                problems.add(raw.origin() + ": there is no setting " + key + suggestion(key, declared));
            }
        });
    }

    private void refuseUnknownVariables() {
        Map<String, ConfigKey<?>> declared = new LinkedHashMap<>();
        sections.forEach(section ->
                section.keys().forEach(key -> declared.put(key.environmentName(section.name()), key)));
        for (String name : source.environmentNames()) {
            if (!declared.containsKey(name) && !SERVICE_LINK.matcher(name).matches()) {
                problems.add(
                        "environment variable " + name + ": no setting has this name" + suggestion(name, declared));
            }
        }
    }

    private static String suggestion(String typed, Map<String, ConfigKey<?>> declared) {
        return Nearest.to(typed, declared.keySet())
                .map(word -> "; did you mean " + word + "?")
                .orElse("; see the configuration reference for all names");
    }

    private @Nullable Object build(ConfigSection<?> section) {
        int before = problems.size();
        Map<ConfigKey<?>, Object> values = new LinkedHashMap<>();
        section.keys().forEach(key -> readKey(section, key, values));
        if (problems.size() > before) {
            return null;
        }
        try {
            return section.builder().apply(new ConfigValues(values));
        } catch (IllegalArgumentException e) {
            problems.add(section.name() + ": " + e.getMessage());
            return null;
        }
    }

    private <T> void readKey(ConfigSection<?> section, ConfigKey<T> key, Map<ConfigKey<?>, Object> values) {
        RawValue raw = source.find(section, key);
        String qualified = section.qualified(key);
        try {
            T value = raw == null
                    ? key.defaultValue()
                    : key.type().parse(raw.text().strip());
            values.put(key, value);
            String origin = raw == null ? "default" : raw.origin();
            effective.add(new EffectiveValue(qualified, key.type().print(value), origin));
        } catch (IllegalArgumentException e) {
            String where = raw == null ? "default" : raw.origin();
            problems.add(where + ": " + qualified + ": " + e.getMessage());
        }
    }
}
