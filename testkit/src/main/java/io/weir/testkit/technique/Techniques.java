package io.weir.testkit.technique;

import io.weir.testkit.technique.shape.EncodedOnce;
import io.weir.testkit.technique.shape.PartialExcerpt;
import io.weir.testkit.technique.shape.SameSystemSink;
import io.weir.testkit.technique.shape.SecretValue;
import io.weir.testkit.technique.shape.VerbatimCopy;
import java.util.List;

/** All techniques, by number. */
public final class Techniques {

    private static final List<Technique> ALL = List.of(
            new VerbatimCopy(), new PartialExcerpt(), new SecretValue(), new SameSystemSink(), new EncodedOnce());

    private Techniques() {}

    /** All techniques, by number. */
    public static List<Technique> all() {
        return ALL;
    }
}
