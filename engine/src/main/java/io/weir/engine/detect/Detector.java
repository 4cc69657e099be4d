package io.weir.engine.detect;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.rule.Rule;
import io.weir.engine.scan.Scanner;
import java.util.ArrayList;
import java.util.List;

/** Finds sensitive data in the leaves of a payload. Immutable and safe to share. */
public final class Detector implements Search {

    private final Scanner scanner;
    private final Overlaps overlaps;
    private final JsonWebKeys webKeys;

    /** A detector with the rules of a catalogue. */
    public Detector(RuleCatalog catalog) {
        this(catalog.rules());
    }

    Detector(List<Rule> rules) {
        this.scanner = Scanner.of(rules);
        this.overlaps = new Overlaps(rules);
        this.webKeys = new JsonWebKeys(rules);
    }

    /** A detector with the rules that Weir ships, but for the optional ones. */
    public static Detector standard() {
        return Standard.DETECTOR;
    }

    @Override
    public Detections search(Payload payload) {
        List<Detection> detections = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        List<Leaf> leaves = payload.leaves();
        Candidates candidates = new Candidates(detections);
        try (Scanner.Session session = scanner.open()) {
            for (int i = 0; i < leaves.size(); i++) {
                Leaf leaf = leaves.get(i);
                Detection member = webKeys.find(leaves, i);
                if (member != null) {
                    detections.add(member);
                    continue;
                }
                int stopped = detect(session, leaf.key(), leaf.text(), candidates.of(i, leaf.text()), detections);
                if (stopped > 0) {
                    gaps.add(leaf.address() + ": " + stopped + " searches took too many steps and were stopped");
                }
            }
        }
        return new Detections(detections, gaps);
    }

    /** All detections of one leaf, whose index in its payload is {@code leaf}. */
    List<Detection> detect(int leaf, String key, CharSequence text) {
        List<Detection> detections = new ArrayList<>();
        try (Scanner.Session session = scanner.open()) {
            detect(session, key, text, new Candidates(detections).of(leaf, text), detections);
        }
        return detections;
    }

    private int detect(
            Scanner.Session session, String key, CharSequence text, Candidates candidates, List<Detection> detections) {
        int before = detections.size();
        int stopped = session.scan(text, key, candidates);
        if (detections.size() - before > 1) {
            List<Detection> own = detections.subList(before, detections.size());
            List<Detection> resolved = overlaps.resolve(own);
            own.clear();
            detections.addAll(resolved);
        }
        return stopped;
    }

    /** Compiles once: it takes its time. */
    private static final class Standard {
        static final Detector DETECTOR = new Detector(RuleCatalog.standard().withoutOptional());
    }
}
