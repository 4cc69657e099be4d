package io.weir.testkit.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder of reference data beside the repository, named by the system property {@code weir.shared}. A clone builds
 * and passes without it: tests that need it are skipped, and say so.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /** The file or folder, if it is there. */
    public static Optional<Path> find(String relativePath) {
        return Optional.ofNullable(System.getProperty("weir.shared"))
                .map(folder -> Path.of(folder).resolve(relativePath).normalize())
                .filter(Files::exists);
    }

    /** The file or folder; if it is absent, prints a line and skips the test that asks. */
    public static Path require(String relativePath) {
        Optional<Path> found = find(relativePath);
        if (found.isEmpty()) {
            String reason = "SKIPPED: needs '" + relativePath + "' in the folder named by -Dweir.shared, which is "
                    + System.getProperty("weir.shared", "not set");
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return found.orElseThrow();
    }
}
