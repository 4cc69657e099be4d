package io.weir.engine.fingerprint;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints of all runs of eight letters and digits, where they tell something: inside the secrets of a response, and of a
 * call's texts that are no longer than a slice. A secret that drips out in slices below the length of a shingle is
 * recognised by them; nothing else is short enough or rare enough to be worth it.
 */
final class Fragments {

    private static final int LENGTH = 8;
    private static final int SLICE_MAX = 24;
    private static final int FRAGMENTS_MAX = 1_024;

    private final Shingler shingler;

    Fragments(FingerprintKey key) {
        this.shingler = new Shingler(key, LENGTH);
    }

    /** The fragments of the secrets in a text, at most 1,024. */
    List<Print> ofSecrets(String text, int leaf, List<Detection> detections) {
        List<Print> prints = new ArrayList<>();
        for (Detection detection : detections) {
            if (detection.valueKind() == ValueKind.SECRET && prints.size() < FRAGMENTS_MAX) {
                add(text.substring(detection.start(), detection.end()), detection.start(), leaf, prints);
            }
        }
        return prints.subList(0, Math.min(FRAGMENTS_MAX, prints.size()));
    }

    /** The fragments of a text, if it may be a slice of something. */
    List<Print> ofSlice(String text, int leaf) {
        List<Print> prints = new ArrayList<>();
        if (text.length() >= LENGTH && text.length() <= 4 * SLICE_MAX) {
            add(text, 0, leaf, prints);
        }
        return prints.size() <= SLICE_MAX - LENGTH + 1 ? prints : List.of();
    }

    private void add(String text, int offset, int leaf, List<Print> prints) {
        NormalizedText normalized = NormalizedText.of(text);
        long[] hashes = shingler.hashes(normalized);
        for (int at = 0; at < hashes.length; at++) {
            int last = at + LENGTH - 1;
            prints.add(new Print(hashes[at], leaf, offset + normalized.start(at), offset + normalized.end(last)));
        }
    }
}
