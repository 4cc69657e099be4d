package io.weir.engine.decide;

import io.weir.engine.detect.Detection;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.policy.ActivePolicies;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leaves that policies want redacted whatever stands in them. */
final class PolicyFields {

    private static final String RULE = "policy-field";

    private PolicyFields() {}

    /** These detections, and one for each of the leaves; it takes the place of those in it. */
    static List<Detection> beside(
            List<Detection> detections, Payload payload, ActivePolicies policies, @Nullable PolicyOutcome said) {
        if (said == null) {
            return detections;
        }
        List<Detection> all = new ArrayList<>(detections);
        for (int leaf = 0; leaf < payload.leaves().size(); leaf++) {
            Leaf one = payload.leaves().get(leaf);
            if (!one.isDerived() && policies.active().redacts(said, one.address())) {
                int whole = leaf;
                all.removeIf(detection -> detection.leaf() == whole);
                all.add(new Detection(
                        RULE,
                        DataClass.PII,
                        null,
                        Confidence.HIGH,
                        leaf,
                        0,
                        one.text().length()));
            }
        }
        all.sort(Comparator.comparingInt(Detection::leaf).thenComparingInt(Detection::start));
        return all;
    }
}
