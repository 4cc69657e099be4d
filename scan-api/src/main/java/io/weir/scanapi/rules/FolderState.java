package io.weir.scanapi.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rule files of a directory look from outside: when this changes, they are read again.
 *
 * @param files in the order of their names
 */
record FolderState(List<Entry> files) {

    /**
     * One file.
     *
     * @param name with its directory
     * @param changedMillis time of the last change
     */
    record Entry(String name, long bytes, long changedMillis) {}

    static FolderState of(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>(RuleFolder.files(directory));
        paths.addAll(TenantFolder.files(directory));
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
