package io.weir.engine.fingerprint;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sketches of single texts. */
final class Sketches {

    static final byte[] MASTER = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
    static final String TENANT = "acme";

    private static final FingerprintKeys KEYS = new FingerprintKeys(MASTER);

    private Sketches() {}

    static Fingerprint of(String text) {
        return KEYS.of(TENANT).ofResponse(payload(text), List.of());
    }

    static List<Print> prints(String text) {
        return PrintCodec.decode(of(text).prints());
    }

    static Set<Long> hashes(String text) {
        return prints(text).stream().map(Print::hash).collect(Collectors.toSet());
    }

    static Payload payload(String text) {
        return new Payload(List.of(new Leaf("/body", "", text)), List.of());
    }
}
