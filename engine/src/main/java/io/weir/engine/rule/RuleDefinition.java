package io.weir.engine.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written in a rule file. Exactly one of token, pattern, assignment and near says what its value looks
 * like.
 *
 * @param id kebab-case, unique over all files
 * @param issuer whose secret it is, in lower case; empty where any issuer's
 * @param dataClass kind of data
 * @param valueKind how the value is indexed; absent for phrases
 * @param confidence of a match by itself
 * @param token expression of a value that stands apart from letters and digits
 * @param pattern expression with boundaries of its own; a group called {@code value} narrows what is found
 * @param assignment names and values
 * @param near names and values near them
 * @param keywords literals, one of which stands in every match; for expressions that hold none in a fixed place
 * @param reach units from the start of a match to the keyword in it, at most
 * @param validator name of a validator; {@code any} if absent
 * @param entropy least Shannon entropy of the value, bits per character
 * @param placeholders whether placeholders count; if absent, they do for all classes but SECRETS
 * @param context words near by
 * @param precedence the higher one is told where two rules are equally sure of the same place; 0 if absent
 * @param optional whether it is looked for only on demand: everyday data, and numbers that prove little
 * @param references where the format is documented
 * @param examples texts in which the rule finds something
 * @param counterExamples texts in which it finds nothing
 */
public record RuleDefinition(
        @JsonProperty("id") String id,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("data_class") DataClass dataClass,
        @JsonProperty("value_kind") @Nullable ValueKind valueKind,
        @JsonProperty("confidence") Confidence confidence,
        @JsonProperty("token") @Nullable String token,
        @JsonProperty("pattern") @Nullable String pattern,
        @JsonProperty("assignment") @Nullable Assignment assignment,
        @JsonProperty("near") @Nullable Near near,
        @JsonProperty("keywords") List<String> keywords,
        @JsonProperty("reach") int reach,
        @JsonProperty("validator") String validator,
        @JsonProperty("entropy") double entropy,
        @JsonProperty("placeholders") @Nullable Boolean placeholders,
        @JsonProperty("context") Context context,
        @JsonProperty("precedence") int precedence,
        @JsonProperty("optional") boolean optional,
        @JsonProperty("references") List<String> references,
        @JsonProperty("examples") List<RuleExample> examples,
        @JsonProperty("counter_examples") List<RuleExample> counterExamples) {

    /** Fills in what a file may leave out. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public RuleDefinition {
        issuer = issuer == null ? "" : issuer;
        keywords = listOf(keywords);
        validator = validator == null ? "any" : validator;
        context = context == null ? Context.NONE : context;
        references = listOf(references);
        examples = listOf(examples);
        counterExamples = listOf(counterExamples);
    }

    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    private static <T> List<T> listOf(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * A value that is recognised by the name it is given to: by the key of its leaf, or inside a text by
     * {@code name = value}.
     *
     * @param names as {@link Name} reads them, letter case ignored
     * @param words one of which the name must hold as well; empty for none
     * @param tail units between the name and the sign of assignment, at most
     * @param stopNames words that the whole name must not hold
     * @param prose whether "name is value" and "name value" count too
     * @param value expression of the value inside a text
     * @param whole expression of a whole leaf; that of the value if absent
     */
    public record Assignment(
            @JsonProperty("names") List<String> names,
            @JsonProperty("words") List<String> words,
            @JsonProperty("tail") int tail,
            @JsonProperty("stop_names") List<String> stopNames,
            @JsonProperty("prose") boolean prose,
            @JsonProperty("value") String value,
            @JsonProperty("whole") @Nullable String whole) {

        /** Fills in what a file may leave out. */
        public Assignment {
            names = listOf(names);
            words = listOf(words);
            stopNames = listOf(stopNames);
        }
    }

    /**
     * A value that is recognised by a name before it, whatever stands between.
     *
     * @param names as {@link Name} reads them, letter case ignored
     * @param words one of which must stand between name and value or in the name's word; empty for none
     * @param within units between name and value, at most
     * @param value expression of the value
     */
    public record Near(
            @JsonProperty("names") List<String> names,
            @JsonProperty("words") List<String> words,
            @JsonProperty("within") int within,
            @JsonProperty("value") String value) {

        /** Fills in what a file may leave out. */
        public Near {
            names = listOf(names);
            words = listOf(words);
        }
    }

    /**
     * Words that speak for a match when they stand in the key or near it in the text.
     *
     * @param words whole words, letter case ignored
     * @param confidence of a match with such a word; null leaves it
     * @param required whether a match without such a word is dropped
     */
    public record Context(
            @JsonProperty("words") List<String> words,
            @JsonProperty("confidence") @Nullable Confidence confidence,
            @JsonProperty("required") boolean required) {

        /** No words. */
        public static final Context NONE = new Context(List.of(), null, false);

        /** Fills in what a file may leave out. */
        public Context {
            words = listOf(words);
        }
    }
}
