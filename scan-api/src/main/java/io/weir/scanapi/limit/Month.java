package io.weir.scanapi.limit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A calendar month in UTC: the period of a quota.
 *
 * @param month which
 */
record Month(YearMonth month) {

    /** How long {@link #text} is. */
    static final int TEXT_LENGTH = 7;

    /** The month of a time, epoch milliseconds. */
    static Month of(long timeMillis) {
        return new Month(YearMonth.from(Instant.ofEpochMilli(timeMillis).atOffset(ZoneOffset.UTC)));
    }

    Instant start() {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What is used by the end of the month if it goes on as up to now. */
    long forecast(long used, long timeMillis) {
        double gone = timeMillis - start().toEpochMilli();
        double whole = end().toEpochMilli() - start().toEpochMilli();
        return gone <= 0 ? used : Math.round(used * whole / gone);
    }

    /** The month as it is written in records, for example {@code 2026-11}. */
    String text() {
        return month.toString();
    }
}
