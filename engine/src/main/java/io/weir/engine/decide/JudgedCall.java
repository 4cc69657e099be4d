package io.weir.engine.decide;

import io.weir.schemas.event.ToolCallScanned;
import org.jspecify.annotations.Nullable;

/**
 * A judged call.
 *
 * @param event the record of it, to be published
 * @param sanitizedBody the redacted body, for SANITIZE; null otherwise
 */
public record JudgedCall(ToolCallScanned event, @Nullable Object sanitizedBody) {}
