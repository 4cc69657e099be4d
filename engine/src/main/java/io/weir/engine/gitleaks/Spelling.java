package io.weir.engine.gitleaks;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.validate.Ascii;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spells out all texts that an expression fits, in lower case. */
final class Spelling {

    private static final int TEXTS_MAX = 96;
    private static final int UNITS_MAX = 8;

    private Spelling() {}

    /** All texts; null where there are too many, or an expression looks around. */
    static @Nullable Set<String> of(Expression expression) {
        if (expression instanceof Unit unit) {
            return ofUnit(unit.set());
        }
        if (expression instanceof Sequence sequence) {
            return ofAll(sequence.parts());
        }
        if (expression instanceof Choice choice) {
            return ofAny(choice);
        }
        return expression instanceof Repeat repeat ? ofRepeat(repeat) : null;
    }

    /** All texts of parts in a row. */
    static @Nullable Set<String> ofAll(List<Expression> parts) {
        Set<String> texts = Set.of("");
        for (Expression part : parts) {
            texts = joined(texts, of(part));
            if (texts == null) {
                return null;
            }
        }
        return texts;
    }

    private static @Nullable Set<String> ofAny(Choice choice) {
        Set<String> texts = new LinkedHashSet<>();
        for (Expression option : choice.options()) {
            Set<String> own = of(option);
            if (own == null || texts.size() + own.size() > TEXTS_MAX) {
                return null;
            }
            texts.addAll(own);
        }
        return texts;
    }

    private static @Nullable Set<String> ofRepeat(Repeat repeat) {
        if (repeat.most() > UNITS_MAX) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        Set<String> row = Set.of("");
        for (int count = 0; count <= repeat.most(); count++) {
            if (count >= repeat.least()) {
                texts.addAll(row);
            }
            row = joined(row, of(repeat.body()));
            if (row == null) {
                return null;
            }
        }
        return texts.size() <= TEXTS_MAX ? texts : null;
    }

    private static @Nullable Set<String> ofUnit(CharSet set) {
        if (set.others() || !set.named().isEmpty()) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (char c = 0; c < 128; c++) {
            if (set.contains(c)) {
                texts.add(String.valueOf(Ascii.lower(c)));
            }
        }
        return texts.size() <= UNITS_MAX ? texts : null;
    }

    private static @Nullable Set<String> joined(@Nullable Set<String> starts, @Nullable Set<String> ends) {
        if (starts == null || ends == null || starts.size() * ends.size() > TEXTS_MAX) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        starts.forEach(start -> ends.forEach(end -> texts.add(start + end)));
        return texts;
    }
}
