package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.scanapi.console.CallPage;
import io.weir.scanapi.console.CallsPage;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.export.DecisionFilter;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.Route;
import io.weir.schemas.error.ErrorCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The pages by which people look at what was decided. */
final class CallPages {

    private static final int LISTED_MAX = 200;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long AROUND_MILLIS = 60_000;

    private final DecisionExports exports;
    private final InstantSource time;

    CallPages(DecisionExports exports, InstantSource time) {
        this.exports = exports;
        this.time = time;
    }

    List<Route> routes(ConsoleDoor door) {
        return List.of(door.page("/console/calls", this::list), door.page("/console/calls/{trace_id}", this::one));
    }

    private String list(Context context, Visitor visitor) {
        List<String> faults = new ArrayList<>();
        DecisionFilter filter = DecisionQuery.filter(context, time.millis() - HOUR_MILLIS, time.millis() + 1, faults);
        if (!faults.isEmpty()) {
            throw Refusal.ofMembers(faults);
        }
        return CallsPage.of(visitor, filter, exports.latest(visitor.caller().tenant(), filter, LISTED_MAX), LISTED_MAX);
    }

    private String one(Context context, Visitor visitor) {
        String at = context.queryParam("at");
        if (at == null || !at.matches("[0-9]{1,15}")) {
            throw Refusal.ofMembers(List.of("query at: must be the time of the call in epoch milliseconds"));
        }
        long millis = Long.parseLong(at);
        DecisionFilter filter = new DecisionFilter(
                millis - AROUND_MILLIS,
                millis + AROUND_MILLIS,
                null,
                null,
                null,
                null,
                context.pathParam("trace_id"),
                null,
                null,
                null);
        return exports.latest(visitor.caller().tenant(), filter, 1).stream()
                .findFirst()
                .map(made -> CallPage.of(visitor, made))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "There is no decision of this id at that time."));
    }
}
