package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretches of a text that are worth decoding: the longest rows of an alphabet's characters whose bytes are
 * nearly all text or begin like a packed file. Linear in the text. Used by one thread, for one text after the other.
 */
final class EncodedRuns {

    private final DigitRow row = new DigitRow();
    private final RowLooks hex = new RowLooks(row);
    private final RowLooks base64 = new RowLooks(row);

    // Whether the last stretch that was looked at is text without any odd byte, or a packed file.
    private boolean flawless;

    /** The stretches of a text, in order. */
    List<EncodedRun> of(String text) {
        List<EncodedRun> runs = new ArrayList<>();
        AddressBefore address = new AddressBefore(text);
        int least = TextHints.runMin(text);
        int at = 0;
        while (at < text.length()) {
            int end = TextHints.runEnd(text, at);
            if (end - at >= least) {
                row.read(text, at);
                end = row.end();
                EncodedRun run = run(address);
                if (run != null) {
                    runs.add(run);
                }
            }
            at = Math.max(end, at + 1);
        }
        return runs;
    }

    /** The whole row, or what is left of it after a separator: the first that has no flaw, else the first at all. */
    private @Nullable EncodedRun run(AddressBefore address) {
        hex.begin(Spelling.HEX);
        base64.begin(row.isUrlSafe() ? Spelling.BASE64_URL : Spelling.BASE64);
        EncodedRun best = candidate(0, address);
        for (int i = 0; i < row.cuts() && !flawless; i++) {
            EncodedRun rest = candidate(row.cut(i), address);
            best = best == null || flawless ? rest : best;
        }
        // A piece that was cut out of a longer code begins anywhere in a group of it.
        for (int shift = 1; best == null && shift < DigitRow.GROUP && row.hasRoom(shift); shift++) {
            best = candidate(shift, address);
        }
        return best;
    }

    private @Nullable EncodedRun candidate(int place, AddressBefore address) {
        int at = row.at(place);
        if (isWorthIt(hex, place)) {
            return new EncodedRun(at, row.end(), Spelling.HEX);
        }
        if (!isWorthIt(base64, place)) {
            return null;
        }
        // A row without any of the four signs reads the same in both; it matters once something else is written in its
        // place.
        boolean urlSafe = row.isPlainFrom(at) ? address.covers(at) : row.isUrlSafe();
        return new EncodedRun(at, row.paddedEnd(), urlSafe ? Spelling.BASE64_URL : Spelling.BASE64);
    }

    private boolean isWorthIt(RowLooks looks, int place) {
        Look look = looks.at(place);
        flawless = look == Look.FLAWLESS;
        return look != Look.NOTHING;
    }
}
