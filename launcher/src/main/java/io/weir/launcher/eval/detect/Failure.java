package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.platform.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sample that was not judged as it should be, for developers.
 *
 * @param id of the sample
 * @param source of the sample
 * @param rule of the sample
 * @param fault what is wrong
 * @param labels what was to be found, in UTF-16 units
 * @param found what was found
 * @param text of the sample; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Failure(
        @JsonProperty("id") String id,
        @JsonProperty("source") String source,
        @JsonProperty("rule") String rule,
        @JsonProperty("fault") String fault,
        @JsonProperty("labels") List<String> labels,
        @JsonProperty("found") List<String> found,
        @JsonProperty("text") @Nullable String text) {

    static Failure of(Sample sample, String fault, Scan scan, boolean showText) {
        return new Failure(
                sample.id(),
                sample.source(),
                sample.rule(),
                fault,
                sample.demanded().stream()
                        .map(label -> label.type() + "@" + label.start() + "-" + label.end())
                        .toList(),
                scan.findings().stream().map(Found::line).toList(),
                showText ? sample.text() : null);
    }

    String line() {
        return fault + "  " + id + "  " + source + "  " + rule + "  wanted " + list(labels) + "  found " + list(found)
                + (text == null ? "" : "  " + Json.text(text));
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "-" : items.stream().collect(Collectors.joining(","));
    }
}
