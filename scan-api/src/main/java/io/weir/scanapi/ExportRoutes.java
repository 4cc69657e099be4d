package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.messaging.HistoryUnreadable;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.export.DecisionFilter;
import io.weir.scanapi.export.ExportFormat;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route that exports decisions. */
final class ExportRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
    private static final long DAY_MILLIS = 86_400_000;
    private static final long LIMIT_MAX = 10_000_000;

    private final Access access;
    private final DecisionExports exports;
    private final InstantSource time;

    ExportRoutes(Access access, DecisionExports exports, InstantSource time) {
        this.access = access;
        this.exports = exports;
        this.time = time;
    }

    /** Decisions of the last day, or of another span, as they are read: a long answer is never kept whole. */
    void decisions(Context context) {
        Caller caller = access.require(context, Scope.READ);
        List<String> faults = new ArrayList<>();
        ExportFormat format =
                Objects.requireNonNullElse(word(context, "format", ExportFormat.class, faults), ExportFormat.JSON);
        DecisionFilter filter = filter(context, faults);
        long limit = limit(context, faults);
        if (!faults.isEmpty()) {
            throw Refusal.ofMembers(faults);
        }
        exports.reserve();
        context.contentType(format.contentType());
        try {
            OutputStream out = context.outputStream();
            exports.write(caller.tenant(), filter, format, limit, out);
            out.close();
        } catch (HistoryUnreadable e) {
            LOG.warn("event=export_failed cause={}", String.valueOf(e.getMessage()));
            throw unfinished(context);
        } catch (IOException e) {
            LOG.debug("event=caller_gone path={}", context.endpoint().path);
        } finally {
            exports.release();
        }
    }

    /** What has gone out already ends with the problem, so that nobody takes it for the whole. */
    private static Refusal unfinished(Context context) {
        if (!context.res().isCommitted()) {
            context.res().resetBuffer();
        }
        return Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, "The history could not be read to its end.");
    }

    private DecisionFilter filter(Context context, List<String> faults) {
        long now = time.millis();
        return new DecisionFilter(
                time(context, "since", now - DAY_MILLIS, faults),
                time(context, "until", now + 1, faults),
                context.queryParam("agent"),
                context.queryParam("tool"),
                context.queryParam("env"),
                context.queryParam("session"),
                context.queryParam("trace_id"),
                word(context, "decision", Decision.class, faults),
                band(context, faults));
    }

    /** Clients of the scan protocol write the second band in two ways. */
    private static @Nullable RiskBand band(Context context, List<String> faults) {
        return "MED".equalsIgnoreCase(context.queryParam("band"))
                ? RiskBand.MEDIUM
                : word(context, "band", RiskBand.class, faults);
    }

    private static long time(Context context, String name, long absent, List<String> faults) {
        String text = context.queryParam(name);
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

    private static long limit(Context context, List<String> faults) {
        String text = context.queryParam("limit");
        if (text == null) {
            return LIMIT_MAX;
        }
        if (!text.matches("[1-9][0-9]{0,7}")) {
            faults.add("query limit: must be a number from 1 to 10000000");
            return LIMIT_MAX;
        }
        return Math.min(LIMIT_MAX, Long.parseLong(text));
    }

    private static <E extends Enum<E>> @Nullable E word(
            Context context, String name, Class<E> words, List<String> faults) {
        String text = context.queryParam(name);
        if (text == null) {
            return null;
        }
        String wanted = text.toUpperCase(Locale.ROOT);
        E found = Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(wanted))
                .findFirst()
                .orElse(null);
        if (found == null) {
            faults.add("query " + name + ": must be one of "
                    + Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
        return found;
    }
}
