package io.weir.platform.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a directory holds, and how it is read.
 *
 * @param <T> what it is read into
 */
public interface FolderContent<T> {

    /** The files that count, always in the same order. */
    List<Path> files() throws IOException;

    /**
     * Reads them. What cannot be used is an exception whose message says where and why.
     *
     * @throws IOException if a file cannot be read
     */
    T load() throws IOException;

    /** Number of rules that were read, for the log. */
    long count(T loaded);
}
