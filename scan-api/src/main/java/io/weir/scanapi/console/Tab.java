package io.weir.scanapi.console;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the queue of held calls. */
public enum Tab {
    /** What waits for people. */
    PENDING("No call waits for anybody."),
    /** What was decided, or was not in time. */
    RECENT("Nothing was decided lately."),
    /** What may still be done because people agreed. */
    GRANTED("No grant is left that could be used.");

    private final String empty;

    Tab(String empty) {
        this.empty = empty;
    }

    /** The tab of a name; the first one for any other text. */
    public static Tab named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(tab -> tab.word().equals(name))
                .findFirst()
                .orElse(PENDING);
    }

    /** As it stands in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    String title() {
        return name().charAt(0) + word().substring(1);
    }

    /** What to say where there is nothing. */
    String empty() {
        return empty;
    }
}
