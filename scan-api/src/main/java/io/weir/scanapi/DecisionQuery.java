package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.scanapi.export.DecisionFilter;
import io.weir.scanapi.http.Word;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads from a query which decisions of the past are wanted. A parameter without a text is none. */
final class DecisionQuery {

    private DecisionQuery() {}

    /**
     * The decisions that a query asks for.
     *
     * @param fromMillis where it names no beginning
     * @param toMillis where it names no end
     * @param faults takes what is wrong with it
     */
    static DecisionFilter filter(Context context, long fromMillis, long toMillis, List<String> faults) {
        return new DecisionFilter(
                time(context, "since", fromMillis, faults),
                time(context, "until", toMillis, faults),
                text(context, "agent"),
                text(context, "tool"),
                text(context, "env"),
                text(context, "session"),
                text(context, "trace_id"),
                word(context, "decision", Decision.class, faults),
                band(context, faults),
                text(context, "tag"));
    }

    /** Clients of the scan protocol write the second band in two ways. */
    private static @Nullable RiskBand band(Context context, List<String> faults) {
        return "MED".equalsIgnoreCase(text(context, "band"))
                ? RiskBand.MEDIUM
                : word(context, "band", RiskBand.class, faults);
    }

    private static long time(Context context, String name, long absent, List<String> faults) {
        String text = text(context, name);
        if (text == null) {
            return absent;
        }
        try {
            return text.matches("[0-9]{1,15}")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            faults.add("query " + name + ": must be a time such as 2026-11-21T10:00:00Z, or epoch milliseconds");
            return absent;
        }
    }

    /** The word of a parameter in any letter case, or null. */
    static <E extends Enum<E>> @Nullable E word(Context context, String name, Class<E> words, List<String> faults) {
        String text = text(context, name);
        E found = Word.of(words, text);
        if (text != null && found == null) {
            faults.add("query " + name + ": must be one of "
                    + Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private static @Nullable String text(Context context, String name) {
        String text = context.queryParam(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
