package io.weir.scanapi.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules an operator wants looked for.
 *
 * @param directory of the operator's own rule files; null where there are none
 * @param optional ids and families of the optional rules that are looked for too, or {@code all}
 */
public record RuleChoice(@Nullable Path directory, List<String> optional) {

    /** The shipped rules that are not optional. */
    public static final RuleChoice STANDARD = new RuleChoice(null, List.of());

    /** Copies the list. */
    public RuleChoice {
        optional = List.copyOf(optional);
    }

    /**
     * The rules as they are now.
     *
     * @throws RuleFileException if the operator's rules cannot be used
     * @throws IllegalArgumentException if there is no optional rule or family of a given name
     */
    RuleCatalog catalog() throws IOException {
        RuleCatalog shipped = RuleCatalog.standard();
        RuleCatalog all = directory == null ? shipped : shipped.extendedBy(RuleFolder.read(directory));
        return OptionalRules.switchOn(all, optional);
    }
}
