package io.weir.launcher.eval.noise;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.launcher.trace.TraceCalls;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.TraceFile;
import io.weir.platform.json.Json;
import io.weir.schemas.word.DataClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts findings in the calls and results of benign runs. */
final class NoiseScore {

    private final PayloadReader reader = PayloadReader.standard();
    private final Detector detector;
    private final boolean showText;
    private final Map<String, Integer> rules = new TreeMap<>();
    private final Map<DataClass, Integer> classes = new TreeMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final List<NoiseFinding> findings = new ArrayList<>();
    private int bodies;
    private long bytes;

    NoiseScore(RuleCatalog catalog, boolean showText) {
        this.detector = new Detector(catalog);
        this.showText = showText;
    }

    void add(Path events, Set<String> benign) throws IOException {
        TraceFile.read(events, event -> {
            if (benign.contains(event.traceId())) {
                add(event);
            }
        });
    }

    /** Findings of each rule that found anything. */
    Map<String, Integer> rules() {
        return rules;
    }

    /** Findings of each class of data. */
    Map<DataClass, Integer> classes() {
        return classes;
    }

    /** How many different texts a rule found. */
    int distinct(String rule) {
        return values.getOrDefault(rule, Set.of()).size();
    }

    List<NoiseFinding> findings() {
        return findings;
    }

    int bodies() {
        return bodies;
    }

    /** Size of all bodies, in bytes of UTF-8. */
    long bytes() {
        return bytes;
    }

    private void add(TraceEvent event) {
        bodies++;
        bytes += event.isCall()
                ? Json.bytes(TraceCalls.callBody(event)).length
                : TraceCalls.responseBody(event).getBytes(StandardCharsets.UTF_8).length;
        Payload payload = event.isCall()
                ? reader.read(TraceCalls.callInput(event, null))
                : reader.read(TraceCalls.responseInput(event));
        detector.detect(payload).forEach(detection -> add(event, payload, detection));
    }

    private void add(TraceEvent event, Payload payload, Detection detection) {
        rules.merge(detection.rule(), 1, Integer::sum);
        classes.merge(detection.dataClass(), 1, Integer::sum);
        Leaf leaf = payload.leaves().get(detection.leaf());
        values.computeIfAbsent(detection.rule(), rule -> new HashSet<>())
                .add(leaf.text().substring(detection.start(), detection.end()));
        findings.add(new NoiseFinding(
                event.traceId(),
                event.seq(),
                detection.rule(),
                leaf.address(),
                detection.start(),
                detection.end(),
                showText ? NoiseFinding.excerpt(leaf.text(), detection.start(), detection.end()) : null));
    }
}
