package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Scope;
import java.util.List;

/**
 * Who a credential stands for: what an edge must know of a caller whose credential it passes on.
 *
 * @param tenant the owner of the data
 * @param name of the person or key
 * @param scopes what the credential may be used for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WhoAmIAnswer(
        @JsonProperty("tenant") String tenant,
        @JsonProperty("name") String name,
        @JsonProperty("scopes") List<Scope> scopes) {

    /** Copies the list. */
    public WhoAmIAnswer {
        scopes = List.copyOf(scopes);
    }
}
