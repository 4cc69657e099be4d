package io.weir.benchmarks;

import io.weir.engine.detect.Detector;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;

/** A body to scan, read once beforehand. */
record ScanSubject(PayloadReader reader, Detector detector, Object body, Payload payload) {

    static ScanSubject of(Detector detector, Object body) {
        PayloadReader reader = PayloadReader.standard();
        return new ScanSubject(reader, detector, body, reader.readBody(body));
    }

    /** Finds what is in the leaves. */
    int detect() {
        return detector.detect(payload).size();
    }

    /** Reads the body, decodings included, and finds what is in its leaves. */
    int readAndDetect() {
        return detector.detect(reader.readBody(body)).size();
    }
}
