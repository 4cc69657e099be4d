package io.weir.engine.detect;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import java.util.ArrayList;
import java.util.List;

/** Finds sensitive data in the leaves of a payload. Immutable and safe to share. */
public final class Detector {

    private final CandidateFinder finder;

    /** A detector with the rules of a catalogue. */
    public Detector(RuleCatalog catalog) {
        this(new PlainExpressionFinder(catalog.rules()));
    }

    Detector(CandidateFinder finder) {
        this.finder = finder;
    }

    /** A detector with the rules that Weir ships. */
    public static Detector standard() {
        return new Detector(RuleCatalog.standard());
    }

    /** All detections, by leaf and position. No two of one leaf overlap. */
    public List<Detection> detect(Payload payload) {
        List<Detection> detections = new ArrayList<>();
        List<Leaf> leaves = payload.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            detections.addAll(detect(i, leaves.get(i).key(), leaves.get(i).text()));
        }
        return List.copyOf(detections);
    }

    /** All detections of one leaf, whose index in its payload is {@code leaf}. */
    List<Detection> detect(int leaf, String key, CharSequence text) {
        List<Detection> detections = new ArrayList<>();
        finder.find(text, key, new Candidates(leaf, key, text, detections));
        return detections.size() < 2 ? detections : Overlaps.resolve(detections);
    }
}
