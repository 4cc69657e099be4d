package io.weir.engine.tenant;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Search;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import java.util.function.IntConsumer;

/** A search with what a tenant adds at a time: its own rules find too, and what it allows is dropped. */
public final class TenantSearch implements Search {

    private final Search search;
    private final TenantRules rules;
    private final Fingerprinter fingerprinter;
    private final long timeMillis;
    private final IntConsumer allowed;

    /**
     * A search.
     *
     * @param search with the rules of all tenants
     * @param fingerprinter of the tenant, for values that it allows
     * @param timeMillis event time, which decides what has expired
     * @param allowed is told how many findings were dropped
     */
    public TenantSearch(
            Search search, TenantRules rules, Fingerprinter fingerprinter, long timeMillis, IntConsumer allowed) {
        this.search = search;
        this.rules = rules;
        this.fingerprinter = fingerprinter;
        this.timeMillis = timeMillis;
        this.allowed = allowed;
    }

    @Override
    public Detections search(Payload payload) {
        Detections found = withOwn(search.search(payload), payload);
        List<Detection> kept =
                found.found().stream().filter(one -> !isAllowed(one, payload)).toList();
        int dropped = found.found().size() - kept.size();
        if (dropped == 0) {
            return found;
        }
        allowed.accept(dropped);
        return new Detections(kept, found.gaps());
    }

    private Detections withOwn(Detections others, Payload payload) {
        if (rules.own() == null) {
            return others;
        }
        Detections own = rules.own().search(payload);
        List<Detection> valid = own.found().stream()
                .filter(one -> rules.expiryMillis().getOrDefault(one.rule(), 0L) > timeMillis)
                .toList();
        return others.with(new Detections(valid, own.gaps()));
    }

    private boolean isAllowed(Detection detection, Payload payload) {
        Leaf leaf = payload.leaves().get(detection.leaf());
        return rules.allowed().stream()
                .anyMatch(entry ->
                        !entry.isExpired(timeMillis) && entry.covers(detection, leaf, () -> hash(detection, leaf)));
    }

    private String hash(Detection detection, Leaf leaf) {
        ValueKind kind = detection.valueKind() == null ? ValueKind.WORD : detection.valueKind();
        return fingerprinter.hash(kind, leaf.text().substring(detection.start(), detection.end()));
    }
}
