package io.weir.engine.detect;

import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleExample;
import io.weir.engine.rule.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The examples and counter-examples of all rules that Weir ships. */
final class RuleExamples {

    private RuleExamples() {}

    static List<String> all() {
        try (InputStream index = RuleCatalog.class.getResourceAsStream("families.txt")) {
            List<String> texts = new ArrayList<>();
            for (String family : new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                for (RuleDefinition rule : read(family + ".yaml").rules()) {
                    Stream.concat(rule.examples().stream(), rule.counterExamples().stream())
                            .map(RuleExample::text)
                            .forEach(texts::add);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleFile read(String file) throws IOException {
        try (InputStream stream = RuleCatalog.class.getResourceAsStream(file)) {
            return RuleFile.read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
