package io.weir.engine.detect;

import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, ready to run. Immutable and safe to share.
 *
 * @param id kebab-case
 * @param family name of the file that it comes from
 * @param dataClass kind of data
 * @param valueKind how the value is indexed; null for phrases
 * @param confidence of a match without context words
 * @param anchor what a text must hold before the shape is tried
 * @param shape what the value looks like
 * @param validator what else must hold
 * @param placeholdersCount whether placeholders are values too
 * @param context words near by and what they change
 * @param references where the format is documented
 */
record Rule(
        String id,
        String family,
        DataClass dataClass,
        @Nullable ValueKind valueKind,
        Confidence confidence,
        Anchor anchor,
        Shape shape,
        Validator validator,
        boolean placeholdersCount,
        ContextWords context,
        List<String> references) {

    /**
     * Makes a rule from its definition.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Rule compile(String family, RuleDefinition definition) {
        boolean secret = definition.dataClass() == DataClass.SECRETS;
        Boolean placeholders = definition.placeholders();
        return new Rule(
                definition.id(),
                family,
                definition.dataClass(),
                definition.valueKind(),
                definition.confidence(),
                Anchor.of(definition),
                Shape.of(definition),
                Validators.named(definition.validator()),
                placeholders == null ? !secret : placeholders,
                ContextWords.of(definition.context()),
                definition.references());
    }
}
