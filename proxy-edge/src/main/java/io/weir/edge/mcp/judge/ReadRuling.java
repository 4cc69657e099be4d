package io.weir.edge.mcp.judge;

import org.jspecify.annotations.Nullable;

/** What is done with content that a server sent, once it has been reported. */
public sealed interface ReadRuling {

    /** It goes on as it is. */
    ReadRuling PASS = new Pass();

    /** It goes on as it is. */
    record Pass() implements ReadRuling {}

    /**
     * It goes on in another form.
     *
     * @param content the redacted one
     */
    record PassRedacted(@Nullable Object content) implements ReadRuling {}

    /** It does not go on. */
    record Stop(Refusal refusal) implements ReadRuling {}
}
