package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which style of redaction is used for what. The kind of value decides, then its data class, then the standard. Numbers
 * in a JSON body stay numbers whatever the style: see {@link MaskedNumber}.
 *
 * @param standard where nothing else is said
 * @param byClass by kind of data
 * @param byKind by kind of value
 */
public record RedactionPolicy(
        RedactionStyle standard, Map<DataClass, RedactionStyle> byClass, Map<ValueKind, RedactionStyle> byKind) {

    /** Labels; card numbers and IBANs keep their last four. */
    public static final RedactionPolicy DEFAULT = new RedactionPolicy(
            RedactionStyle.LABEL,
            Map.of(),
            Map.of(ValueKind.CARD, RedactionStyle.MASK, ValueKind.IBAN, RedactionStyle.MASK));

    /** Copies the maps. */
    public RedactionPolicy {
        byClass = Map.copyOf(byClass);
        byKind = Map.copyOf(byKind);
    }

    /** One style for everything. */
    public static RedactionPolicy of(RedactionStyle style) {
        return new RedactionPolicy(style, Map.of(), Map.of());
    }

    /** The style for what was detected. */
    public RedactionStyle style(Detection detection) {
        ValueKind kind = detection.valueKind();
        RedactionStyle ofKind = kind == null ? null : byKind.get(kind);
        return ofKind != null ? ofKind : or(byClass.get(detection.dataClass()), standard);
    }

    private static RedactionStyle or(@Nullable RedactionStyle style, RedactionStyle other) {
        return style == null ? other : style;
    }
}
