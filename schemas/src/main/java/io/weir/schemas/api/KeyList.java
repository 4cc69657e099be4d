package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The keys of a tenant.
 *
 * @param keys oldest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyList(@JsonProperty("keys") List<KeyAnswer> keys) {

    /** Copies the list. */
    public KeyList {
        keys = List.copyOf(keys);
    }
}
