package io.weir.launcher.eval.detect;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.redact.Redactor;
import io.weir.engine.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs texts through reading, detection and redaction, as a response would be. */
final class SampleScanner {

    private static final int STATUS_OK = 200;

    private final PayloadReader reader = PayloadReader.standard();
    private final Redactor redactor = Redactor.standard();
    private final Detector detector;
    private final Map<String, Rule> rules;
    private final Wrapping wrapping;

    SampleScanner(RuleCatalog catalog, Wrapping wrapping) {
        this.detector = new Detector(catalog);
        this.rules = catalog.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        this.wrapping = wrapping;
    }

    Scan scan(String text) {
        Object body = wrapping.body(text);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        Payload payload = reader.read(new ResponseInput(body, bytes, STATUS_OK));
        List<Detection> detections = detector.detect(payload);
        LeafPlaces places = LeafPlaces.of(text, payload);
        List<Found> findings = detections.stream()
                .map(detection -> places.place(detection, Objects.requireNonNull(rules.get(detection.rule()))))
                .toList();
        String redacted = detections.isEmpty() ? text : wrapping.text(redactor.redact(body, payload, detections));
        return new Scan(findings, redacted);
    }
}
