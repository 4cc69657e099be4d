package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. {@code reason} and {@code error} repeat code and detail for clients of the scan protocol, which
 * read those two members.
 *
 * @param type URN of the code
 * @param title what happened, the same for each occurrence
 * @param status HTTP status
 * @param detail what happened here, where and why
 * @param code stable code
 * @param fix what to do about it
 * @param instance path of the request
 * @param reason same as {@code code}
 * @param error same as {@code detail}
 * @param problems single faults, where there are several
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("code") String code,
        @JsonProperty("fix") String fix,
        @JsonProperty("instance") @Nullable String instance,
        @JsonProperty("reason") String reason,
        @JsonProperty("error") String error,
        @JsonProperty("problems") @Nullable List<String> problems) {

    /** One occurrence of a catalogued error. */
    public static Problem of(
            ErrorCode code, String detail, @Nullable String instance, @Nullable List<String> problems) {
        return new Problem(
                "urn:weir:error:" + code.name(),
                code.title(),
                code.status(),
                detail,
                code.name(),
                code.fix(),
                instance,
                code.name(),
                detail,
                problems);
    }
}
