package io.weir.engine.detect;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written in a rule file.
 *
 * @param id kebab-case, unique over all files
 * @param dataClass kind of data
 * @param valueKind how the value is indexed; absent for phrases
 * @param confidence of a match by itself
 * @param keywords literals, at least one of which stands in every match (letter case does not count)
 * @param digits ASCII digits that a text with a match has at least
 * @param reach units from the first one of a match to the keyword in it, at most; to its first digit where there are no
 *     keywords
 * @param pattern of the value in a text; a group called {@code value} narrows it
 * @param assignment names and values, instead of a pattern
 * @param validator name of a validator; {@code any} if absent
 * @param placeholders whether placeholders count; if absent, they do for all classes but SECRETS
 * @param context words near by
 * @param references where the format is documented
 * @param examples texts in which the rule finds something
 * @param counterExamples texts in which it finds nothing
 */
record RuleDefinition(
        @JsonProperty("id") String id,
        @JsonProperty("data_class") DataClass dataClass,
        @JsonProperty("value_kind") @Nullable ValueKind valueKind,
        @JsonProperty("confidence") Confidence confidence,
        @JsonProperty("keywords") List<String> keywords,
        @JsonProperty("digits") int digits,
        @JsonProperty("reach") int reach,
        @JsonProperty("pattern") @Nullable String pattern,
        @JsonProperty("assignment") @Nullable Assignment assignment,
        @JsonProperty("validator") String validator,
        @JsonProperty("placeholders") @Nullable Boolean placeholders,
        @JsonProperty("context") Context context,
        @JsonProperty("references") List<String> references,
        @JsonProperty("examples") List<RuleExample> examples,
        @JsonProperty("counter_examples") List<RuleExample> counterExamples) {

    /** Fills in what a file may leave out. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    RuleDefinition {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        validator = validator == null ? "any" : validator;
        context = context == null ? Context.NONE : context;
        references = references == null ? List.of() : List.copyOf(references);
        examples = examples == null ? List.of() : List.copyOf(examples);
        counterExamples = counterExamples == null ? List.of() : List.copyOf(counterExamples);
    }

    /**
     * A value that is recognised by the name it is given to: by the key of its leaf, or inside a text by
     * {@code name = value}.
     *
     * @param names pattern of the end of a name, letter case ignored
     * @param stopNames words that a name must not contain
     * @param value pattern of the value inside a text
     * @param whole pattern of a whole leaf; the value pattern if absent
     * @param prose whether "name is value" and "name value" count too
     */
    record Assignment(
            @JsonProperty("names") String names,
            @JsonProperty("stop_names") List<String> stopNames,
            @JsonProperty("value") String value,
            @JsonProperty("whole") @Nullable String whole,
            @JsonProperty("prose") boolean prose) {

        /** Fills in what a file may leave out. */
        @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
        Assignment {
            stopNames = stopNames == null ? List.of() : List.copyOf(stopNames);
        }
    }

    /**
     * Words that speak for a match when they stand in the key or near it in the text.
     *
     * @param words whole words, letter case ignored
     * @param confidence of a match with such a word; null leaves it
     * @param required whether a match without such a word is dropped
     */
    record Context(
            @JsonProperty("words") List<String> words,
            @JsonProperty("confidence") @Nullable Confidence confidence,
            @JsonProperty("required") boolean required) {

        static final Context NONE = new Context(List.of(), null, false);

        /** Fills in what a file may leave out. */
        @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
        Context {
            words = words == null ? List.of() : List.copyOf(words);
        }
    }
}
