package io.weir.launcher.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import io.weir.scanapi.rules.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads rule files for the commands that authors use. */
final class RuleFiles {

    private RuleFiles() {}

    /**
     * The rules of a file or directory, or those shipped where there is none.
     *
     * @throws RuleFileException with all that is wrong
     * @throws IOException if it cannot be read
     */
    static RuleCatalog load(@Nullable Path path) throws IOException {
        if (path == null) {
            return RuleCatalog.standard();
        }
        RuleCatalog catalog = RuleCatalog.load(RuleFolder.read(path));
        if (catalog.rules().isEmpty()) {
            throw new IllegalArgumentException(path + ": no rules; rule files end in .yaml, .yml or .toml");
        }
        return catalog;
    }
}
