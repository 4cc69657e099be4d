package io.weir.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.redact.Redactor;
import io.weir.engine.redact.Sanitizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any call is read, decoded, searched and sanitized without an exception, twice with the same result, and in time that
 * grows no faster than its texts.
 */
public final class PayloadFuzzer {

    private static final long NANOS_EACH = 5_000;
    private static final int HEADERS_MAX = 3;
    private static final String[] CONTENT_TYPES = {
        "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/csv", ""
    };
    private static final String[] HEADER_NAMES = {"Cookie", "Set-Cookie", "Authorization", "Content-Type", "X-Key"};

    private static final PayloadReader READER = PayloadReader.standard();
    private static final Detector DETECTOR = Detector.standard();
    private static final Sanitizer SANITIZER = new Sanitizer(READER, DETECTOR, Redactor.standard());

    private PayloadFuzzer() {}

    /** One input. Called by Jazzer. */
    public static void fuzzerTestOneInput(FuzzedDataProvider bytes) {
        CallInput call = call(bytes);
        long written = units(call.url()) + units(call.headers()) + units(call.body());
        // A text is read once for each way to look at it, and the number of ways has a limit.
        Payload payload = WorkBound.within("read", read -> written + units(read), NANOS_EACH, () -> READER.read(call));
        same("payload", payload, READER.read(call));

        long units = written + units(payload);
        Detections detections = WorkBound.within("search", units, NANOS_EACH, () -> DETECTOR.search(payload));
        same("detections", detections, DETECTOR.search(payload));

        Object sanitized = WorkBound.within(
                "sanitize",
                units,
                4 * NANOS_EACH, // up to four rounds
                () -> String.valueOf(SANITIZER.sanitize(call.body(), payload, detections.found(), Set.of())));
        Object again = SANITIZER.sanitize(call.body(), payload, detections.found(), Set.of());
        same("sanitized body", sanitized, String.valueOf(again));
        same("payload of the sanitized body", READER.readBody(again), READER.readBody(again));
    }

    private static CallInput call(FuzzedDataProvider bytes) {
        RandomText texts = new RandomText(bytes);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", bytes.pickValue(CONTENT_TYPES));
        for (int i = bytes.consumeInt(0, HEADERS_MAX); i > 0; i--) {
            headers.put(bytes.pickValue(HEADER_NAMES), texts.next());
        }
        String url = bytes.consumeBoolean() ? "https://a.test/" + texts.next() : texts.next();
        Object body = new RandomBody(bytes, texts).next();
        return new CallInput("POST", url, headers, body, 0, null);
    }

    private static void same(String what, Object first, Object second) {
        if (!first.equals(second)) {
            throw new AssertionError("the same input gave another " + what);
        }
    }

    private static long units(Payload payload) {
        return payload.leaves().stream()
                .map(Leaf::text)
                .mapToLong(String::length)
                .sum();
    }

    private static long units(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return units(List.copyOf(map.keySet()))
                    + map.values().stream().mapToLong(PayloadFuzzer::units).sum();
        }
        if (value instanceof List<?> list) {
            return 1 + list.stream().mapToLong(PayloadFuzzer::units).sum();
        }
        return String.valueOf(value).length();
    }
}
