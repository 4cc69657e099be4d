package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where people work on an incident in another system, as that system names it.
 *
 * @param id number or key of the ticket
 * @param url where it can be seen, https or http; null where the system does not say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ticket(
        @JsonProperty("id") String id,
        @JsonProperty("url") @Nullable String url) {}
