package io.weir.scanapi.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How files look from outside: when this changes, they are read again.
 *
 * @param files a line each
 */
record FileStamps(List<String> files) {

    static FileStamps of(List<Path> paths) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : paths) {
            files.add(file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis());
        }
        return new FileStamps(List.copyOf(files));
    }
}
