package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The decisions on several calls.
 *
 * @param results one for each call, in the order of the calls
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchScanAnswer(@JsonProperty("results") List<BatchScanResult> results) {

    /** Copies the list. */
    public BatchScanAnswer {
        results = List.copyOf(results);
    }
}
