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
import io.weir.schemas.word.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        ExportFormat format = Objects.requireNonNullElse(
                DecisionQuery.word(context, "format", ExportFormat.class, faults), ExportFormat.JSON);
        DecisionFilter filter = DecisionQuery.filter(context, time.millis() - DAY_MILLIS, time.millis() + 1, faults);
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
}
