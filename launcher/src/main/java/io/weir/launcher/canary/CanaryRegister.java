package io.weir.launcher.canary;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The list of minted canaries, a JSON object a line. It serves people: recognising a canary needs no list. */
final class CanaryRegister {

    private static final String FILE = "canaries.jsonl";

    private final Path file;

    /**
     * A line of the list.
     *
     * @param hash keyed hash of the value, as findings carry it; never the value
     * @param mintedMillis when it was made
     */
    record Entry(
            @JsonProperty("tenant") String tenant,
            @JsonProperty("kind") String kind,
            @JsonProperty("label") String label,
            @JsonProperty("hash") String hash,
            @JsonProperty("minted_at") long mintedMillis) {}

    CanaryRegister(Path folder) {
        this.file = folder.resolve(FILE);
    }

    void add(Entry entry) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Json.bytes(entry));
        line.write('\n');
        Files.write(file, line.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Path file() {
        return file;
    }
}
