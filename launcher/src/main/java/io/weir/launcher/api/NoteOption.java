package io.weir.launcher.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person wants kept with what they do. */
public final class NoteOption {

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; it is kept, so write no secrets into it.")
    private @Nullable String note;

    /** Adds the note to a body, if there is one. */
    public void addTo(Map<String, Object> body) {
        if (note != null) {
            body.put("note", note);
        }
    }
}
