package io.weir.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts out of the fuzzer's bytes: free, of pieces that mean something to a detector, repeated, or encoded. */
final class RandomText {

    private static final int LENGTH_MAX = 16 << 10;
    private static final int FREE_MAX = 200;
    private static final int NESTING_MAX = 4;

    private final FuzzedDataProvider bytes;

    RandomText(FuzzedDataProvider bytes) {
        this.bytes = bytes;
    }

    /** Any text of up to 16 K units. */
    String next() {
        return next(NESTING_MAX);
    }

    private String next(int nesting) {
        String text = switch (nesting == 0 ? 0 : bytes.consumeInt(0, 15)) {
            case 0, 6, 7, 8, 9 -> bytes.consumeString(FREE_MAX);
            case 1, 10, 11, 12 -> bytes.pickValue(Pieces.ALL);
            case 2 -> next(nesting - 1).repeat(1 + bytes.consumeInt(0, 8));
            case 3 -> longest(next(nesting - 1));
            case 4 -> encoded(next(nesting - 1));
            default -> next(nesting - 1) + next(nesting - 1);
        };
        return text.substring(0, Math.min(LENGTH_MAX, text.length()));
    }

    private static String longest(String piece) {
        return piece.isEmpty() ? "" : piece.repeat(LENGTH_MAX / piece.length());
    }

    private String encoded(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return switch (bytes.consumeInt(0, 6)) {
            case 0 -> Base64.getEncoder().encodeToString(plain);
            case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
            case 2 -> Base64.getEncoder().encodeToString(Packing.gzip(plain));
            case 3 -> Base64.getEncoder().encodeToString(Packing.zip(plain));
            case 4 -> Packing.percent(plain);
            case 5 -> Base64.getMimeEncoder().encodeToString(plain);
            default -> Packing.escaped(text);
        };
    }
}
