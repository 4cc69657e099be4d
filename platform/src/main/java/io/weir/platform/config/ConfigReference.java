package io.weir.platform.config;

import java.util.List;
import java.util.Locale;

/** The reference page of all settings, made from their declarations. */
public final class ConfigReference {

    private ConfigReference() {}

    /** A Markdown table for each section, in order. */
    public static String markdown(List<ConfigSection<?>> sections) {
        StringBuilder page = new StringBuilder();
        for (ConfigSection<?> section : sections) {
            page.append("## ").append(section.name()).append("\n\n");
            page.append("| Setting | Environment variable | Form | Default | What it does |\n");
            page.append("|---|---|---|---|---|\n");
            section.keys().forEach(key -> page.append(row(section, key)));
            page.append('\n');
        }
        return page.toString();
    }

    private static String row(ConfigSection<?> section, ConfigKey<?> key) {
        String defaultText = key.defaultText().isEmpty() ? "none" : "`" + key.defaultText() + "`";
        return String.format(
                Locale.ROOT,
                "| `%s` | `%s` | %s | %s | %s |\n",
                key.name(),
                key.environmentName(section.name()),
                key.type().form(),
                defaultText,
                key.description());
    }
}
