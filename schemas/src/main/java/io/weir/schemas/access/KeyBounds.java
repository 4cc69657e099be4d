package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key is confined to. An empty list confines nothing.
 *
 * @param cidrs networks that it may be sent from, as {@code 10.0.0.0/8} or {@code 2001:db8::/32}
 * @param tools tools that may be called, as {@code tool} or {@code tool.operation}
 * @param verbs kinds of effect that calls may have
 * @param usesMax calls in all, or null
 * @param scansPerMinute calls a minute, 0 for any number; null for the configured number
 * @param scansPerMonth calls a calendar month in UTC, 0 for any number; null for the configured number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyBounds(
        @JsonProperty("cidrs") List<String> cidrs,
        @JsonProperty("tools") List<String> tools,
        @JsonProperty("verbs") List<Verb> verbs,
        @JsonProperty("max_uses") @Nullable Integer usesMax,
        @JsonProperty("scans_per_minute") @Nullable Integer scansPerMinute,
        @JsonProperty("scans_per_month") @Nullable Integer scansPerMonth) {

    /** Confined to nothing. */
    public static final KeyBounds NONE = new KeyBounds(List.of(), List.of(), List.of(), null, null, null);

    /** Copies the lists. */
    public KeyBounds {
        cidrs = List.copyOf(cidrs);
        tools = List.copyOf(tools);
        verbs = List.copyOf(verbs);
    }
}
