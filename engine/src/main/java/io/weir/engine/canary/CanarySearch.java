package io.weir.engine.canary;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Search;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.List;

/** A search that finds canaries too. Where a canary is, nothing else is reported. Immutable and safe to share. */
public final class CanarySearch implements Search {

    /** Id under which canaries are reported. */
    public static final String RULE = "canary-token";

    private final Search search;
    private final CanaryFinder finder;

    /**
     * A search.
     *
     * @param search for everything else
     */
    public CanarySearch(Search search, CanaryKey key) {
        this.search = search;
        this.finder = new CanaryFinder(key);
    }

    @Override
    public Detections search(Payload payload) {
        return new Detections(canaries(payload), List.of()).with(search.search(payload));
    }

    private List<Detection> canaries(Payload payload) {
        List<Detection> canaries = new ArrayList<>();
        List<Leaf> leaves = payload.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            for (Canary canary : finder.find(leaves.get(i).text())) {
                canaries.add(detection(canary, i));
            }
        }
        return canaries;
    }

    private static Detection detection(Canary canary, int leaf) {
        return new Detection(
                RULE,
                DataClass.SECRETS,
                canary.kind().valueKind(),
                Confidence.HIGH,
                leaf,
                canary.start(),
                canary.end());
    }
}
