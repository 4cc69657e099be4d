package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;

/** What may still be read of one payload, and a count of what could not be. Used by one thread. */
final class ReadingBudget {

    private static final int PACKED_MAX = 256;

    private final ReadingLimits limits;
    private int leaves;
    private long characters;
    private int leavesRefused;
    private long charactersRefused;
    private int treesRefused;
    private int jsonRefused;
    private int encodedRefused;
    private int valuesRefused;
    private int formatsRefused;
    private int inflationsCut;
    private long decodable;
    private long decoded;
    private int packed;
    private long seen;

    private ReadingBudget(ReadingLimits limits, long decodable) {
        this.limits = limits;
        this.decodable = decodable;
    }

    /** The budget for reading a payload. */
    static ReadingBudget forReading(ReadingLimits limits) {
        return new ReadingBudget(limits, ReadingLimits.DECODED_BYTES_FLOOR);
    }

    /** The budget for writing into what was read before: every place that reading reached is reached again. */
    static ReadingBudget forEditing(ReadingLimits limits) {
        return new ReadingBudget(limits, limits.maxDecodedBytes());
    }

    /** Notes a text that came with the payload itself. A payload may unfold to twice its own size. */
    void sees(int length) {
        seen += length;
        decodable = Math.max(decodable, 2 * seen);
    }

    /** How many bytes may still be decoded. */
    int decodableBytes() {
        return (int) Math.max(0, Math.min(limits.maxDecodedBytes(), decodable) - decoded);
    }

    /** Takes decoded bytes from the budget, or counts their text as refused. */
    boolean admitsDecoded(int bytes) {
        if (bytes > decodableBytes()) {
            inflationsCut++;
            return false;
        }
        decoded += bytes;
        return true;
    }

    /** Whether one more packed file may be opened: each costs a decompressor. Counts it where not. */
    boolean admitsPacked() {
        if (packed >= PACKED_MAX) {
            inflationsCut++;
            return false;
        }
        packed++;
        return true;
    }

    /** Notes that something unfolded to more than the budget, so that its end was not read. */
    void cutsInflation() {
        inflationsCut++;
    }

    /** Notes something that says it can be opened and cannot. */
    void refuseFormat() {
        formatsRefused++;
    }

    /** Takes one leaf of {@code length} UTF-16 units from the budget, or counts it as refused. */
    boolean admitsLeaf(int length) {
        if (leaves >= limits.maxLeaves()) {
            leavesRefused++;
            return false;
        }
        if (characters + length > limits.maxCharacters()) {
            charactersRefused += length;
            return false;
        }
        leaves++;
        characters += length;
        return true;
    }

    boolean admitsDepth(int depth) {
        if (depth <= limits.maxDepth()) {
            return true;
        }
        treesRefused++;
        return false;
    }

    /** Whether JSON in a string may be opened below so many openings; counts it where not. */
    boolean admitsJson(int openings) {
        jsonRefused += openings < limits.maxOpenings() ? 0 : 1;
        return openings < limits.maxOpenings();
    }

    /** Whether an encoded text may be opened below so many openings; counts it where not. */
    boolean admitsEncoded(int openings) {
        encodedRefused += openings < limits.maxOpenings() ? 0 : 1;
        return openings < limits.maxOpenings();
    }

    void refuseValue() {
        valuesRefused++;
    }

    /** One line per limit that was hit. Addresses are left out, since a member name can itself be content. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        note(gaps, leavesRefused, "leaves not read: over the limit of " + limits.maxLeaves());
        note(gaps, charactersRefused, "characters not read: over the limit of " + limits.maxCharacters());
        note(gaps, treesRefused, "maps or lists not read: deeper than " + limits.maxDepth());
        note(gaps, jsonRefused, "JSON strings read as text: nested more than " + limits.maxOpenings());
        note(gaps, encodedRefused, "encoded texts read as text: nested more than " + limits.maxOpenings());
        note(gaps, valuesRefused, "values not read: not a JSON type");
        note(gaps, formatsRefused, "encoded or packed parts not opened: broken, locked or of an unknown format");
        note(
                gaps,
                inflationsCut,
                "encoded or packed parts not read to the end: they are too many or unfold to too much");
        return gaps;
    }

    private static void note(List<String> gaps, long count, String what) {
        if (count > 0) {
            gaps.add(count + " " + what);
        }
    }
}
