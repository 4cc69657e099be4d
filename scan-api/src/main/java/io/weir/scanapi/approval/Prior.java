package io.weir.scanapi.approval;

import io.weir.engine.approval.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call from earlier tries of the same call.
 *
 * @param ruling what people have said
 * @param approvalId the approval that the call waits for already; null where it waits for none
 */
public record Prior(Ruling ruling, @Nullable String approvalId) {

    /** The call is new. */
    public static final Prior NONE = new Prior(Ruling.NONE, null);
}
