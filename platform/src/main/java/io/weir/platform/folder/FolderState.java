package io.weir.platform.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How files look from outside: when this changes, they are read again.
 *
 * @param files in the order given
 */
record FolderState(List<Entry> files) {

    /**
     * One file.
     *
     * @param name with its directory
     * @param changedMillis time of the last change
     */
    record Entry(String name, long bytes, long changedMillis) {}

    static FolderState of(List<Path> paths) throws IOException {
        List<Entry> files = new ArrayList<>();
        for (Path file : paths) {
            files.add(new Entry(
                    file.toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis()));
        }
        return new FolderState(List.copyOf(files));
    }
}
