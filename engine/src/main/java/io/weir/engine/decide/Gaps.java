package io.weir.engine.decide;

import io.weir.engine.detect.Detections;
import io.weir.engine.payload.Payload;
import java.util.ArrayList;
import java.util.List;

/** What could not be looked into. */
final class Gaps {

    private Gaps() {}

    static List<String> of(Payload payload, Detections searched) {
        return joined(payload.gaps(), searched.gaps());
    }

    static List<String> joined(List<String> first, List<String> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
