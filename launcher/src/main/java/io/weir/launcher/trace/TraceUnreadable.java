package io.weir.launcher.trace;

import java.io.IOException;
import java.nio.file.Path;

/** A file of recorded events cannot be read. The message names file and line, and holds nothing of the content. */
public final class TraceUnreadable extends IOException {

    private static final long serialVersionUID = 1L;

    TraceUnreadable(Path file, String why) {
        super(file + ": " + why);
    }

    TraceUnreadable(Path file, long line, String why) {
        super(file + ", line " + line + ": " + why);
    }
}
