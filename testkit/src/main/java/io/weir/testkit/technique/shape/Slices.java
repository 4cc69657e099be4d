package io.weir.testkit.technique.shape;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into slices of equal length. */
final class Slices {

    private Slices() {}

    static List<String> of(String text, int length) {
        List<String> slices = new ArrayList<>();
        for (int start = 0; start < text.length(); start += length) {
            slices.add(text.substring(start, Math.min(text.length(), start + length)));
        }
        return slices;
    }
}
