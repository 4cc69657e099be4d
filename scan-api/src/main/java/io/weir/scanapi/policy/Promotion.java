package io.weir.scanapi.policy;

import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.request.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order to apply in one environment what holds in another.
 *
 * @param name of the policy; null for all that hold there
 * @param fromEnvironment where it holds
 * @param toEnvironment where it shall hold
 * @param version that is wanted, which need not hold any more; 0 for the one that holds
 * @param shadow whether it shall be a candidate that decides nothing
 * @param author who promotes; null for the name of the credential
 */
public record Promotion(
        @Nullable String name,
        String fromEnvironment,
        String toEnvironment,
        int version,
        boolean shadow,
        @Nullable String author) {

    private static final int NAME_LENGTH_MAX = 200;
    private static final int VERSION_MAX = 1_000_000;

    /**
     * The order in a JSON value.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static Promotion read(@Nullable Object value) {
        Members members = Members.of(value);
        Promotion promotion = new Promotion(
                members.text("name", NAME_LENGTH_MAX),
                members.requiredText("from_env", NAME_LENGTH_MAX),
                members.requiredText("to_env", NAME_LENGTH_MAX),
                members.integer("version", 1, VERSION_MAX, 0),
                members.flag("shadow"),
                members.text("author", NAME_LENGTH_MAX));
        if (promotion.fromEnvironment().equals(promotion.toEnvironment())) {
            members.fault("to_env: must be another environment than from_env");
        }
        if (promotion.version() > 0 && promotion.name() == null) {
            members.fault("version: goes with a name only");
        }
        members.check();
        return promotion;
    }

    /** Whether it is about a policy of which this is a version. */
    boolean isFor(PolicyVersion policy) {
        return Objects.equals(policy.environment(), fromEnvironment) && (name == null || name.equals(policy.name()));
    }

    /** The policy as it shall hold. */
    Map<String, Object> policyOf(PolicyVersion source) {
        Map<String, Object> policy = new LinkedHashMap<>(source.policy());
        policy.keySet().removeAll(List.of("env_names", "environments", "environment"));
        policy.put("env_name", toEnvironment);
        return policy;
    }
}
