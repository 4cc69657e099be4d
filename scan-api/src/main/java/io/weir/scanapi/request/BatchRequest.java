package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/scan/batch}: calls that are judged one after the other.
 *
 * @param calls each as {@code POST /v1/scan} takes it, not yet checked
 */
public record BatchRequest(List<@Nullable Object> calls) {

    private static final int CALLS_MAX = 100;

    /**
     * The request in a JSON value.
     *
     * @throws Refusal {@code REQUEST_INVALID} if there are none, or too many
     */
    public static BatchRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        Object calls = members.requiredAny("calls");
        List<@Nullable Object> list = new ArrayList<>();
        if (calls instanceof List<?> sent && !sent.isEmpty() && sent.size() <= CALLS_MAX) {
            list.addAll(sent);
        } else {
            members.fault("calls: must be a list of 1 to " + CALLS_MAX + " calls");
        }
        members.check();
        return new BatchRequest(list);
    }
}
