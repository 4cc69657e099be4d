package io.weir.benchmarks.stream;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ValuePrint;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes another content of a sketch: all its hashes change with the salt, as those of another text would, and
 * everything else stays. One print in twenty is boilerplate and stays too. The same salt makes the same content.
 */
final class Rekeying {

    private static final int BOILERPLATE = 20;

    private Rekeying() {}

    static Fingerprint of(Fingerprint sketch, long salt) {
        List<Print> prints = PrintCodec.decode(sketch.prints()).stream()
                .map(print -> new Print(hash(print.hash(), salt), print.leaf(), print.start(), print.end()))
                .toList();
        List<ValuePrint> values = sketch.values().stream()
                .map(value -> new ValuePrint(
                        value.kind(),
                        HexFormat.of().toHexDigits(mixed(HexFormat.fromHexDigitsToLong(value.hash()) ^ salt)),
                        value.leaf(),
                        value.start(),
                        value.end(),
                        value.tone()))
                .toList();
        return new Fingerprint(sketch.scheme(), sketch.epoch(), sketch.leaves(), PrintCodec.encode(prints), values);
    }

    private static long hash(long hash, long salt) {
        return Long.remainderUnsigned(hash, BOILERPLATE) == 0 ? hash : mixed(hash ^ salt);
    }

    /** Spreads the bits of a number. Source: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mixed(long number) {
        long mixed = number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
