package io.weir.engine.payload;

import java.util.Arrays;

/**
 * What the bytes look like that a row writes from each of its places on. Places that are whole groups of digits apart
 * write the same bytes, so one pass over the row tells about all of them: there are never more passes than digits in a
 * group. Used by one thread, for one row after the other.
 */
final class RowLooks {

    /** How many bytes are shown before it is asked again whether they can still come to something. */
    private static final int STRIDE = 8;

    private final DigitRow row;
    private final Glance glance;
    private final ByteLook bytes = new ByteLook();
    private final ByteLook rest = new ByteLook();
    private final Look[] looks = new Look[DigitRow.PLACES_MAX];
    private Spelling spelling = Spelling.BASE64;
    private boolean passedOver;

    // The places that the pass has come by and that may still come to something, and the look at what was before each.
    private final int[] passed = new int[DigitRow.PLACES_MAX];
    private final ByteLook[] before = new ByteLook[DigitRow.PLACES_MAX];
    private int open;

    RowLooks(DigitRow row) {
        this.row = row;
        this.glance = new Glance(row);
        Arrays.setAll(before, i -> new ByteLook());
        Arrays.fill(looks, Look.UNKNOWN);
    }

    /** Begins with the row as it is now. */
    void begin(Spelling spelling) {
        this.spelling = spelling;
        if (passedOver) {
            Arrays.fill(looks, Look.UNKNOWN);
            passedOver = false;
        }
    }

    /** What the bytes from a place on look like. */
    Look at(int place) {
        if (!row.isWrittenFrom(row.at(place), spelling)) {
            return Look.NOTHING;
        }
        Look look = glance.at(place, spelling);
        if (look == Look.UNKNOWN && looks[place] == Look.UNKNOWN) {
            pass(row.digitsBefore(place) % spelling.group());
            passedOver = true;
        }
        return look == Look.UNKNOWN ? looks[place] : look;
    }

    private void pass(int lane) {
        bytes.clear();
        open = 0;
        int next = next(0, lane);
        int nextAt = row.at(next);
        int end = row.end();
        DigitFeed digits = new DigitFeed(spelling);
        for (int i = nextAt; i < end; i++) {
            if (i == nextAt) {
                passBy(next);
                next = next(next + 1, lane);
                nextAt = next < row.places() ? row.at(next) : -1;
            }
            int shown = digits.take(row.text().charAt(i));
            if (shown != DigitFeed.NONE) {
                bytes.show(shown);
                if (bytes.count() % STRIDE == 0 && nextAt < 0 && isHopeless()) {
                    return;
                }
            }
        }
        judge();
    }

    private int next(int from, int lane) {
        int next = from;
        while (next < row.places() && !isIn(lane, next)) {
            next++;
        }
        return next;
    }

    private boolean isIn(int lane, int place) {
        return row.digitsBefore(place) % spelling.group() == lane
                && !row.isAlias(place)
                && row.isWrittenFrom(row.at(place), spelling);
    }

    private void passBy(int place) {
        passed[open] = place;
        before[open].set(bytes);
        open++;
    }

    private boolean isHopeless() {
        while (open > 0) {
            rest.setDifference(before[open - 1], bytes);
            if (!rest.isHopeless(row.bytesFrom(row.at(passed[open - 1]), spelling))) {
                return false;
            }
            open--;
            looks[passed[open]] = Look.NOTHING;
        }
        return true;
    }

    private void judge() {
        for (int i = 0; i < open; i++) {
            rest.setDifference(before[i], bytes);
            looks[passed[i]] = Look.of(rest);
        }
    }
}
