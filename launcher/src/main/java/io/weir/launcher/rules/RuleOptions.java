package io.weir.launcher.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rules a measurement runs with. */
public final class RuleOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Use the rule files of a directory, not those shipped.")
    private @Nullable Path rules;

    @Option(names = "--deployed", description = "Without the optional rules, as services look by default.")
    private boolean deployed;

    /**
     * The rules that were asked for.
     *
     * @throws RuleFileException with all that is wrong
     * @throws IOException if they cannot be read
     */
    public RuleCatalog catalog() throws IOException {
        RuleCatalog catalog = RuleFiles.load(rules);
        return deployed ? catalog.withoutOptional() : catalog;
    }
}
