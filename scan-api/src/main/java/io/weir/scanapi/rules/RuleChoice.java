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
 * @param disabled ids and families of rules that are not looked for
 */
public record RuleChoice(@Nullable Path directory, List<String> optional, List<String> disabled) {

    /** The shipped rules that are not optional. */
    public static final RuleChoice STANDARD = new RuleChoice(null, List.of());

    /** Copies the lists. */
    public RuleChoice {
        optional = List.copyOf(optional);
        disabled = List.copyOf(disabled);
    }

    /** A choice in which no rule is switched off. */
    public RuleChoice(@Nullable Path directory, List<String> optional) {
        this(directory, optional, List.of());
    }

    /**
     * The rules as they are now.
     *
     * @throws RuleFileException if the operator's rules cannot be used
     * @throws IllegalArgumentException if there is no rule or family of a given name
     */
    RuleCatalog catalog() throws IOException {
        RuleCatalog shipped = RuleCatalog.standard();
        RuleCatalog all = directory == null ? shipped : shipped.extendedBy(RuleFolder.read(directory));
        return DisabledRules.switchOff(OptionalRules.switchOn(all, optional), all, disabled);
    }
}
