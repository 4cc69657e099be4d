package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a credential has used of what it may, or a tenant of all.
 *
 * @param periodStart first moment of the month in UTC, ISO 8601
 * @param periodEnd first moment of the next month
 * @param scansUsed calls judged in the month, on all nodes
 * @param scansLimit calls that the credential may make in the month; null for any number
 * @param rateLimitHits24h calls that the node that answers has refused for coming too fast, in 24 hours
 * @param currentRatePerMin calls judged by the node that answers, in the last 60 seconds
 * @param forecastPeriodTotal calls by the end of the month if it goes on as it has
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UsageAnswer(
        @JsonProperty("period_start") String periodStart,
        @JsonProperty("period_end") String periodEnd,
        @JsonProperty("scans_used") long scansUsed,
        @JsonProperty("scans_limit") @Nullable Long scansLimit,
        @JsonProperty("rate_limit_hits_24h") long rateLimitHits24h,
        @JsonProperty("current_rate_per_min") long currentRatePerMin,
        @JsonProperty("forecast_period_total") long forecastPeriodTotal) {}
