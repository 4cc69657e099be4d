package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WinnowingTest {

    private static final WinnowingScheme SCHEME = WinnowingScheme.STANDARD;
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> INVISIBLE = List.of(
            "", "", " ", "\n\t", ", ", "-", "_", "\\\"", "\\/", "\u00a0", "\u200b", "\u2026", "\ud83d\ude00", "\u0301");

    /** A run and the texts that hold it, each in its own disguise. */
    private record Copy(String run, String source, String sink) {}

    @Test
    void findsEveryCopiedRunOfGuaranteedLength() {
        Property.runs(1_000).check(copies(), copy -> {
            Set<Long> sink = Sketches.hashes(copy.sink());
            assertThat(Sketches.hashes(copy.source())).anyMatch(sink::contains);
        });
    }

    @Test
    void findsTheRunByAPrintInsideIt() {
        Property.forAll(copies(), copy -> {
            Set<Long> alone = Sketches.hashes(copy.run());
            Set<Long> within = Sketches.hashes(copy.source());
            assertThat(alone).anyMatch(within::contains);
        });
    }

    @Test
    void matchesNothingShorterThanAShingle() {
        Gen<String> shared = letters("0123456789", SCHEME.shingleLength() - 1);
        Gen<List<String>> texts = choices -> {
            String digits = shared.from(choices);
            return List.of(
                    letters("abcdefghijklm", 80).from(choices)
                            + digits
                            + letters("abcdefghijklm", 80).from(choices),
                    letters("nopqrstuvwxyz", 80).from(choices)
                            + digits
                            + letters("nopqrstuvwxyz", 80).from(choices));
        };

        Property.runs(500)
                .check(
                        texts,
                        pair -> assertThat(Sketches.hashes(pair.get(0)))
                                .doesNotContainAnyElementsOf(Sketches.hashes(pair.get(1))));
    }

    @Test
    void independentTextsShareNothing() {
        SplittableRandom random = new SplittableRandom(7);

        assertThat(Sketches.hashes(randomLetters(random, 20_000)))
                .doesNotContainAnyElementsOf(Sketches.hashes(randomLetters(random, 20_000)));
    }

    @Test
    void keepsAboutTwoOfEveryWindowAndOne() {
        int letters = 50_000;
        double expected = 2.0 / (SCHEME.windowLength() + 1);

        double density = Sketches.prints(randomLetters(new SplittableRandom(11), letters))
                        .size()
                / (double) letters;

        assertThat(density).isBetween(expected * 0.95, expected * 1.05);
    }

    @Test
    void keepsOnePrintPerWindowOfTextThatRepeatsOneLetter() {
        int prints = Sketches.prints("a".repeat(9_000)).size();

        assertThat(prints).isBetween(990, 1_010);
    }

    @Test
    void printsStandWhereTheirTextStands() {
        Property.forAll(copies(), copy -> {
            String text = copy.sink();
            for (Print print : Sketches.prints(text)) {
                String piece = text.substring(print.start(), print.end());
                // More where it begins or ends inside of a ligature.
                assertThat(NormalizedText.of(piece).length()).isGreaterThanOrEqualTo(SCHEME.shingleLength());
                assertThat(shingles(piece)).contains(print.hash());
            }
        });
    }

    private static long[] shingles(String text) {
        FingerprintKey key = FingerprintKey.derive(Sketches.MASTER, Sketches.TENANT, FingerprintKeys.EPOCH);
        return new Shingler(key, SCHEME.shingleLength()).hashes(NormalizedText.of(text));
    }

    private static Gen<Copy> copies() {
        return choices -> {
            String run = letters(LOWER, SCHEME.guaranteedLength() + choices.below(30))
                    .from(choices);
            return new Copy(run, embedded(run, choices), embedded(run, choices));
        };
    }

    private static String embedded(String run, Choices choices) {
        Gen<String> around = choices.coin() ? Texts.words() : Texts.unicode();
        return around.from(choices) + disguised(run, choices) + around.from(choices);
    }

    private static String disguised(String run, Choices choices) {
        StringBuilder disguised = new StringBuilder();
        for (char c : run.toCharArray()) {
            disguised.append(choices.oneOf(INVISIBLE));
            disguised.append(
                    switch (choices.below(3)) {
                        case 0 -> String.valueOf(c);
                        case 1 -> String.valueOf(c).toUpperCase(Locale.ROOT);
                        default -> String.valueOf((char) (c - '!' + 0xff01));
                    });
        }
        return disguised.toString();
    }

    private static Gen<String> letters(String alphabet, int count) {
        return Generators.lists(
                        choices -> String.valueOf(alphabet.charAt(choices.below(alphabet.length()))), count, count)
                .map(list -> String.join("", list));
    }

    private static String randomLetters(SplittableRandom random, int count) {
        return random.ints(count, 0, LOWER.length())
                .mapToObj(LOWER::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
