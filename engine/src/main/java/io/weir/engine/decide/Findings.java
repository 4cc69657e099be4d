package io.weir.engine.decide;

import io.weir.engine.detect.Detection;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Finding;
import io.weir.schemas.word.ValueKind;
import java.util.Comparator;
import java.util.List;

/** Turns detections into findings: places, classes and keyed hashes, never the text. */
final class Findings {

    private static final int FINDINGS_MAX = 1_024;

    private Findings() {}

    static List<Finding> of(Payload payload, List<Detection> detections, Fingerprinter fingerprinter) {
        return gravest(detections).stream()
                .map(detection -> finding(payload.leaves().get(detection.leaf()), detection, fingerprinter))
                .toList();
    }

    // Where there are too many, the gravest stay: a crowd of harmless ones must not hide a secret.
    private static List<Detection> gravest(List<Detection> detections) {
        if (detections.size() <= FINDINGS_MAX) {
            return detections;
        }
        return detections.stream()
                .sorted(Comparator.comparing(Detection::dataClass)
                        .thenComparing(Detection::confidence)
                        .reversed())
                .limit(FINDINGS_MAX)
                .sorted(Comparator.comparingInt(Detection::leaf).thenComparingInt(Detection::start))
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
