package io.weir.engine.rule;

import io.weir.engine.validate.Validator;
import io.weir.engine.validate.Validators;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, ready to be compiled. Immutable and safe to share.
 *
 * @param id kebab-case
 * @param family name of the file that it comes from
 * @param issuer whose secret it is; empty where any issuer's
 * @param dataClass kind of data
 * @param valueKind how the value is indexed; null for phrases
 * @param confidence of a match without context words
 * @param shape what the value looks like
 * @param keywords in lower case, where the file names them
 * @param reach units from the start of a match to its keyword, at most
 * @param validator what else must hold
 * @param entropyMin least entropy, bits per character
 * @param placeholdersCount whether placeholders are values too
 * @param context words near by and what they change
 * @param precedence the higher one is told where two rules are equally sure of the same place
 * @param optional whether it is looked for only on demand
 * @param references where the format is documented
 */
public record Rule(
        String id,
        String family,
        String issuer,
        DataClass dataClass,
        @Nullable ValueKind valueKind,
        Confidence confidence,
        Shape shape,
        List<String> keywords,
        int reach,
        Validator validator,
        double entropyMin,
        boolean placeholdersCount,
        RuleDefinition.Context context,
        int precedence,
        boolean optional,
        List<String> references) {

    private static final String ID = "[a-z0-9]+(?:-[a-z0-9]+)*";

    /**
     * Makes a rule from its definition.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public static Rule of(String family, RuleDefinition definition) {
        if (definition.id() == null || !definition.id().matches(ID)) {
            throw new IllegalArgumentException("'id' must be kebab-case");
        }
        if (definition.dataClass() == null || definition.confidence() == null) {
            throw new IllegalArgumentException("a rule needs 'data_class' and 'confidence'");
        }
        Boolean placeholders = definition.placeholders();
        return new Rule(
                definition.id(),
                family,
                definition.issuer(),
                definition.dataClass(),
                definition.valueKind(),
                definition.confidence(),
                Shape.of(definition),
                Words.lower(definition.keywords()),
                definition.reach(),
                Validators.named(definition.validator()),
                definition.entropy(),
                placeholders == null ? definition.dataClass() != DataClass.SECRETS : placeholders,
                definition.context(),
                definition.precedence(),
                definition.optional(),
                definition.references());
    }

    /** The same rule with another validator. */
    public Rule withValidator(Validator other) {
        return new Rule(
                id,
                family,
                issuer,
                dataClass,
                valueKind,
                confidence,
                shape,
                keywords,
                reach,
                other,
                entropyMin,
                placeholdersCount,
                context,
                precedence,
                optional,
                references);
    }

    /** The same rule with another id. */
    public Rule withId(String other) {
        return new Rule(
                other,
                family,
                issuer,
                dataClass,
                valueKind,
                confidence,
                shape,
                keywords,
                reach,
                validator,
                entropyMin,
                placeholdersCount,
                context,
                precedence,
                optional,
                references);
    }
}
