package io.weir.engine.decide;

import io.weir.engine.detect.Detection;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Finding;
import io.weir.schemas.word.ValueKind;
import java.util.List;

/** Turns detections into findings: places, classes and keyed hashes, never the text. */
final class Findings {

    private static final int FINDINGS_MAX = 1_024;

    private Findings() {}

    static List<Finding> of(Payload payload, List<Detection> detections, Fingerprinter fingerprinter) {
        return detections.stream()
                .limit(FINDINGS_MAX)
                .map(detection -> finding(payload.leaves().get(detection.leaf()), detection, fingerprinter))
                .toList();
    }

    private static Finding finding(Leaf leaf, Detection detection, Fingerprinter fingerprinter) {
        ValueKind kind = detection.valueKind();
        String text = leaf.text().substring(detection.start(), detection.end());
        return new Finding(
                detection.rule(),
                detection.dataClass(),
                detection.confidence(),
                leaf.address(),
                detection.start(),
                detection.end(),
                fingerprinter.hash(kind == null ? ValueKind.WORD : kind, text));
    }
}
