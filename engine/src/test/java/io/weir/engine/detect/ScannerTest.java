package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.PlainExpressionFinder;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScannerTest {

    private static final List<Rule> RULES = RuleCatalog.standard().rules();
    private static final Detector DETECTOR = new Detector(RULES);
    private static final PlainExpressionFinder PLAIN = new PlainExpressionFinder(RULES);
    private static final int REPEATED_LENGTH = 2_400;
    private static final List<String> KEYS =
            List.of("", "password", "api_key", "ssn", "homePhone", "clientSecret", "passport_number", "userinfo");

    @Test
    void findsWhatThePlainExpressionsFind() {
        Property.runs(40).check(Samples.jumble(), text -> {
            String key = KEYS.get(Math.floorMod(text.hashCode(), KEYS.size()));
            assertThat(DETECTOR.detect(0, key, text)).isEqualTo(plain(key, text));
        });
    }

    @Test
    void findsInTextsThatRepeatThemselvesWhatThePlainExpressionsFind() {
        Property.runs(4).check(Samples.jumble(), piece -> {
            String row = piece + "; ";
            String text = row.repeat(1 + REPEATED_LENGTH / row.length()) + "x" + row.repeat(2);
            assertThat(DETECTOR.detect(0, "", text)).isEqualTo(plain("", text));
        });
    }

    @Test
    void findsInEachRulesExamplesWhatThePlainExpressionsFind() {
        Property.runs(120)
                .check(
                        Generators.oneOf(RuleExamples.all()),
                        text -> assertThat(DETECTOR.detect(0, "", text)).isEqualTo(plain("", text)));
    }

    private static List<Detection> plain(String key, String text) {
        List<Detection> found = new ArrayList<>();
        PLAIN.find(text, key, new Candidates(found).of(0, text));
        return found.size() < 2 ? found : new Overlaps(RULES).resolve(found);
    }
}
