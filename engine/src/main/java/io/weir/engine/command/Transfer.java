package io.weir.engine.command;

import java.util.List;

/**
 * One place that a command sends something to.
 *
 * @param target a web address, a host, a mailbox or a bucket, as the command names it
 * @param sources the files that it sends there, and the programs whose output it sends; none where it sends only what
 *     it is given in words
 */
public record Transfer(String target, List<String> sources) {

    /** Copies the list. */
    public Transfer {
        sources = List.copyOf(sources);
    }
}
