package io.weir.scanapi.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy that was applied through the API.
 *
 * @param policyId stable id of the policy
 * @param name of the policy
 * @param environment where it holds; null for all
 * @param version from 1, without gaps
 * @param author who applied it
 * @param timeMillis when, epoch milliseconds
 * @param note why, for example {@code rollback to 3}
 * @param shadow whether it is a candidate that decides nothing
 * @param policy as it was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyVersion(
        @JsonProperty("policy_id") String policyId,
        @JsonProperty("name") String name,
        @JsonProperty("env_name") @Nullable String environment,
        @JsonProperty("version") int version,
        @JsonProperty("author") String author,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("note") @Nullable String note,
        @JsonProperty("shadow") boolean shadow,
        @JsonProperty("policy") Map<String, Object> policy) {}
