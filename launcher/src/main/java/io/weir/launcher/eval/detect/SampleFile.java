package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.launcher.trace.LineFile;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads corpus files: JSON lines, plain or gzip, one {@link Sample} each. */
final class SampleFile {

    private SampleFile() {}

    static List<Sample> read(List<Path> files) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : files) {
            LineFile.read(file, (line, bytes) -> samples.add(sample(file, line, bytes)));
        }
        return samples;
    }

    private static Sample sample(Path file, long line, byte[] bytes) throws IOException {
        try {
            Sample sample = Json.mapper().readValue(bytes, Sample.class);
            sample.demanded();
            return sample;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ", line " + line + ": no sample (" + e.getOriginalMessage() + ")", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ", line " + line + ": a span that the text does not have", e);
        }
    }
}
