package io.weir.engine.link;

import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.packed.PackedWords;
import io.weir.schemas.word.LeafRole;
import java.util.List;

/** The packed form of a {@link Fingerprint}. Words are written by name, once for all leaves. */
final class SketchForm {

    private SketchForm() {}

    static void put(PackedOutput out, Fingerprint sketch) {
        out.putText(sketch.scheme()).putNumber(sketch.epoch());
        List<LeafRole> roles = PackedWords.put(out, sketch.leaves().stream().map(LeafOutline::role));
        out.putEach(
                sketch.leaves(),
                leaf -> out.put(roles.indexOf(leaf.role()))
                        .putText(leaf.address())
                        .putNumber(leaf.length())
                        .putOptional(leaf.shape()));
        byte[] prints = PrintCodec.bytesOf(sketch.prints());
        out.putNumber(prints.length).putAll(prints);
        PackedValues.put(out, sketch.values());
    }

    static Fingerprint get(PackedInput in) {
        String scheme = in.getText();
        int epoch = in.getInt();
        List<LeafRole> roles = PackedWords.get(in, LeafRole.class);
        List<LeafOutline> leaves = in.getEach(() -> leaf(in, roles));
        String prints = PrintCodec.textOf(in.getAll(in.getInt()));
        return new Fingerprint(scheme, epoch, leaves, prints, PackedValues.get(in));
    }

    private static LeafOutline leaf(PackedInput in, List<LeafRole> roles) {
        LeafRole role = roles.get(in.get());
        return new LeafOutline(in.getText(), in.getInt(), role, in.getOptional());
    }
}
