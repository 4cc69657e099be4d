package io.weir.scanapi.scan;

import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented texts of the kinds that calls carry: prose, code, settings with values that look like secrets, contact data,
 * encoded text. Always the same ones.
 */
final class WarmUpTexts {

    private static final int LINES = 12;
    private static final String[] WORDS =
            ("the report of this week is late and nobody has asked for it yet please send the numbers to"
                            + " finance before noon the build failed again because a test waits for a file that is not there")
                    .split(" ");
    private static final String[] NAMES = {
        "api_key", "password", "client_secret", "aws_secret_access_key", "token", "session", "account", "iban", "phone"
    };
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random = new Random(1);

    private WarmUpTexts() {}

    /** Bodies as JSON, about 1 KB each. */
    static List<byte[]> bodies(int count) {
        WarmUpTexts texts = new WarmUpTexts();
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(Json.bytes(texts.body()));
        }
        return bodies;
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", prose(6));
        body.put("text", lines());
        body.put("settings", Map.of("api_key", unit(32), "timeout", random.nextInt(9_000)));
        body.put("note", Base64.getEncoder().encodeToString(prose(20).getBytes(StandardCharsets.UTF_8)));
        body.put("url", "https://warm-up.invalid/notes/" + unit(8) + "?page=" + random.nextInt(90));
        return body;
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(
                    switch (random.nextInt(10)) {
                        case 0 -> NAMES[random.nextInt(NAMES.length)] + " = \"" + unit(16 + random.nextInt(24)) + "\"";
                        case 1 ->
                            "write to " + unit(6) + "@warm-up.invalid or call +1 202 555 01"
                                    + (10 + random.nextInt(90));
                        case 2 ->
                            "order 4" + digits(15) + " of 2026-11-" + (10 + random.nextInt(20)) + ", ref " + digits(9);
                        case 3 -> "Authorization: Bearer " + unit(40);
                        default -> prose(12);
                    });
            lines.append('\n');
        }
        return lines.toString();
    }

    private String prose(int words) {
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < words; i++) {
            prose.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return prose.toString();
    }

    private String unit(int length) {
        StringBuilder unit = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(i -> unit.append(LETTERS.charAt(i)));
        return unit.toString();
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        random.ints(length, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
