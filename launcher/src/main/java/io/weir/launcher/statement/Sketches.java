package io.weir.launcher.statement;

import io.weir.engine.destination.CallReader;
import io.weir.engine.detect.Detector;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.settings.EngineSettings;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.word.DestinationKind;
import java.util.Map;
import java.util.Set;

/** Reads content and addresses as the judge reads those of calls, so that their hashes are the same. */
final class Sketches {

    private static final Set<DestinationKind> NAMED = Set.of(DestinationKind.TOOL);

    private final PayloadReader reader = PayloadReader.standard();
    private final EngineSettings settings;
    private final Fingerprinter fingerprinter;

    Sketches(EngineSettings settings, Fingerprinter fingerprinter) {
        this.settings = settings;
        this.fingerprinter = fingerprinter;
    }

    /**
     * The sketch of a text.
     *
     * @throws IllegalArgumentException if it is too short to be recognised
     */
    Fingerprint content(String text) {
        Payload payload = reader.readText("/content", text);
        Fingerprint sketch =
                fingerprinter.ofResponse(payload, Detector.standard().detect(payload));
        if (sketch.prints().isEmpty() && sketch.values().isEmpty()) {
            throw new IllegalArgumentException(
                    "the text is too short to be recognised: at least 20 letters and digits, "
                            + "or a value such as a mail address or a key, are needed");
        }
        return sketch;
    }

    /**
     * The destination that an address names.
     *
     * @throws IllegalArgumentException if no destination is recognised in it
     */
    Destination destination(String address) {
        Map<String, Object> body = Map.of(address.contains("://") ? "url" : "to", address);
        CallInput input = new CallInput("POST", "mcp://send_message", Map.of(), body, address.length(), null);
        return new CallReader(settings)
                .read(input, reader.read(input), fingerprinter).call().destinations().stream()
                        .filter(destination -> !NAMED.contains(destination.kind()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + address
                                + "' is no destination that is known here; give a mail address, a web address, "
                                + "an account or a channel"));
    }
}
