package io.weir.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWalkTest {

    private static final int DOCUMENTS = Integer.getInteger("weir.walks", 30_000);
    private static final List<String> SCALARS = List.of(
            "1",
            "0",
            "-0",
            "12.50",
            "-0.0",
            "1e3",
            "2E-2",
            "true",
            "false",
            "null",
            "\"\"",
            "\"a\"",
            "\"b \\\" c\"",
            "\"\\u00e4\\n\\/\"",
            "\"\u00e4\ud83d\ude00\"",
            "\"\ud800\"",
            "01",
            "1.",
            "-",
            ".5",
            "truex",
            "nul",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\u0001\"",
            "NaN",
            "+1",
            "1".repeat(300));
    private static final List<String> NAMES = List.of(
            "\"a\"",
            "\"b\"",
            "\"ab\"",
            "\"\"",
            "\"\\u0061\"",
            "\"Aa\"",
            "\"BB\"",
            "\"a\"",
            "a",
            "1",
            "\"" + "n".repeat(300) + "\"");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n\t", "\r", "\u00a0", "\u000b");
    private static final String SIGNS = "{}[],:\"\\0 \u0000\ufeff/e";

    private final StrictJson reader = new StrictJson(1 << 20);

    /** A document, mostly a right one. */
    private static void document(StringBuilder text, RandomGenerator random, int depth) {
        text.append(oneOf(BLANKS, random));
        switch (depth > 5 ? 2 : random.nextInt(4)) {
            case 0 -> {
                text.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    text.append(oneOf(BLANKS, random))
                            .append(oneOf(NAMES, random))
                            .append(':');
                    document(text, random, depth + 1);
                    text.append(i > 1 ? "," : "");
                }
                text.append('}');
            }
            case 1 -> {
                text.append('[');
                for (int i = random.nextInt(4); i > 0; i--) {
                    document(text, random, depth + 1);
                    text.append(i > 1 ? "," : "");
                }
                text.append(']');
            }
            default -> text.append(oneOf(SCALARS, random));
        }
        text.append(oneOf(BLANKS, random));
    }

    private static String oneOf(List<String> texts, RandomGenerator random) {
        // The first ones are right, and more frequent.
        int bound = random.nextInt(6) == 0 ? texts.size() : Math.max(1, texts.size() / 2);
        return texts.get(random.nextInt(bound));
    }

    private static void mutate(StringBuilder text, RandomGenerator random) {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        int at = random.nextInt(text.length() + 1);
        if (random.nextBoolean() && at < text.length()) {
            text.setCharAt(at, sign);
        } else if (random.nextBoolean()) {
            text.insert(at, sign);
        } else {
            text.setLength(at);
        }
    }

    @Test
    void walksOverNothingThatTheReaderRefusesAndCountsTheSameLevels() throws JsonRejected {
        long seed = new Random().nextLong();
        RandomGenerator random = new Random(seed);
        int walked = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            StringBuilder text = new StringBuilder();
            document(text, random, 0);
            if (random.nextInt(3) == 0) {
                mutate(text, random);
            }
            int levels = JsonWalk.levels(text.toString());
            if (levels != JsonWalk.GIVEN_UP) {
                walked++;
                assertThat(reader.checkSlowly(text.toString()))
                        .as("seed %d, document %d: %s", seed, i, text)
                        .isEqualTo(levels);
            }
        }
        assertThat(walked).as("seed %d", seed).isGreaterThan(DOCUMENTS / 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|{\"a\":[1,-2.50,true,false,null,\"x\\n\"],\"b\":{}}",
                "0|\"text\"",
                "3|[[[]]]",
                "1|{\"Aa\":1,\"BB\":2}",
            })
    void walksOverPlainDocuments(int levels, String document) {
        assertThat(JsonWalk.levels(" " + document + "\r\n")).isEqualTo(levels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "\"a",
                "\"a\\",
                "\"\\u00",
                "{\"a\"",
                "{\"a\":",
                "-",
                "1 2",
                "[1,]",
                "{,}",
                "{\"a\":1,}",
                "1.e",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"b\":{\"a\":1},\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "1e5",
                "\u0000",
                "[1]\u0000"
            })
    void givesUpOnWhatIsWrongOrNotPlain(String document) {
        assertThat(JsonWalk.levels(document)).isEqualTo(JsonWalk.GIVEN_UP);
    }

    @Test
    void givesUpOnWhatIsDeepOrHasManyMembers() {
        String members = "\"a%d\":1".formatted(0);
        StringBuilder many = new StringBuilder("{" + members);
        for (int i = 1; i < 60; i++) {
            many.append(",\"a").append(i).append("\":1");
        }

        assertThat(JsonWalk.levels(many + "}")).isEqualTo(JsonWalk.GIVEN_UP);
        assertThat(JsonWalk.levels("[".repeat(129) + "]".repeat(129))).isEqualTo(JsonWalk.GIVEN_UP);
        assertThat(JsonWalk.levels("[".repeat(128) + "]".repeat(128))).isEqualTo(128);
    }
}
