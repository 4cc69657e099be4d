package io.weir.engine.validate;

/** Dates that are part of a number. */
final class DateInNumber {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int YEAR_FIRST = 1840;
    private static final int YEAR_LAST = 2100;

    private DateInNumber() {}

    /** A date as yymmdd at a place. */
    static Check yearFirst(int start) {
        return compact -> isDay(compact, start + 2, start + 4, 0, 0);
    }

    /** A date as ddmmyy at a place. */
    static Check dayFirst(int start) {
        return compact -> isDay(compact, start + 2, start, 0, 0);
    }

    /** A date as yyyymmdd at a place, in the years 1840 to 2100. */
    static Check fullYearFirst(int start) {
        return compact -> {
            int year = Compact.number(compact, start, start + 4);
            return year >= YEAR_FIRST && year <= YEAR_LAST && isDay(compact, start + 4, start + 6, 0, 0);
        };
    }

    /** A date as yymmdd at a place, to whose month or day one of some numbers is added to tell sex or century. */
    static Check yearFirst(int start, int monthStep, int dayStep) {
        return compact -> isDay(compact, start + 2, start + 4, monthStep, dayStep);
    }

    /** A date as ddmmyy at a place, with the same additions. */
    static Check dayFirst(int start, int monthStep, int dayStep) {
        return compact -> isDay(compact, start + 2, start, monthStep, dayStep);
    }

    private static boolean isDay(String compact, int monthAt, int dayAt, int monthStep, int dayStep) {
        int month = Compact.number(compact, monthAt, monthAt + 2);
        int day = Compact.number(compact, dayAt, dayAt + 2);
        int realMonth = monthStep == 0 || month < 0 ? month : month % monthStep;
        int realDay = dayStep == 0 || day < 0 ? day : day % dayStep;
        return realMonth >= 1 && realMonth <= 12 && realDay >= 1 && realDay <= DAYS[realMonth - 1];
    }
}
