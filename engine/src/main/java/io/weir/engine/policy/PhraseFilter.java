package io.weir.engine.policy;

import java.util.BitSet;
import java.util.List;

/**
 * Says of most phrases at once that no text holds them: a set of the hashed three-sign pieces of all texts (Bloom,
 * 1970, with one hash function), so that many rules with phrases do not search the body over and over. Never says so of
 * a phrase that is there. For one thread.
 */
final class PhraseFilter {

    private static final int BITS = 1 << 16;
    private static final int PIECE = 3;

    private final BitSet pieces = new BitSet(BITS);

    PhraseFilter(List<String> texts) {
        for (String text : texts) {
            for (int i = 0; i + PIECE <= text.length(); i++) {
                pieces.set(hash(text, i));
            }
        }
    }

    /** Whether a text may hold a phrase with these keys. */
    boolean mayHold(int[] keys) {
        for (int key : keys) {
            if (!pieces.get(key)) {
                return false;
            }
        }
        return true;
    }

    /** The keys of a phrase; none for one that is shorter than a piece, which may be anywhere. */
    static int[] keys(String phrase) {
        int[] keys = new int[Math.max(0, phrase.length() - PIECE + 1)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = hash(phrase, i);
        }
        return keys;
    }

    private static int hash(String text, int at) {
        int piece = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
        return (piece * 0x9E3779B1) >>> 16;
    }
}
