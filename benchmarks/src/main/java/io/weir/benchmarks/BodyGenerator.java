package io.weir.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.engine.validate.Luhn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes bodies of JSON-RPC tool calls. The same seed makes the same body. */
final class BodyGenerator {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            ("please update the order and send a short summary to the team before friday because our customer asked for "
                            + "an invoice with new key account terms the token of the session expires tomorrow so reset it "
                            + "when you read this note about delivery address change in warehouse north")
                    .split(" "));
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int CARD_DIGITS = 16;

    private final Random random;
    private final double sensitiveShare;

    /**
     * A generator.
     *
     * @param sensitiveShare how many of the fields hold something to find, 0..1
     */
    BodyGenerator(long seed, double sensitiveShare) {
        this.random = new Random(seed);
        this.sensitiveShare = sensitiveShare;
    }

    /** A body of at least this size and at most a record more. */
    Map<String, Object> body(int bytes) {
        List<Map<String, Object>> records = new ArrayList<>();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", random.nextInt(10_000));
        body.put("method", "tools/call");
        body.put("params", Map.of("name", "crm_update", "arguments", Map.of("records", records)));
        int size = size(body);
        while (size < bytes) {
            Map<String, Object> next = record();
            records.add(next);
            size += size(next) + 1;
        }
        return body;
    }

    /** Size of a body as compact JSON, in bytes of UTF-8. */
    static int size(Object body) {
        try {
            return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a generated body has no JSON form", e);
        }
    }

    private Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("record_id", "c-" + (1_000 + random.nextInt(9_000)));
        record.put("title", sensitiveOr(sentence(5)));
        record.put("note", sensitiveOr(sentence(18)));
        record.put(
                "created_at",
                String.format(Locale.ROOT, "2026-%02d-%02dT12:30:00Z", 1 + random.nextInt(12), 1 + random.nextInt(28)));
        record.put("amount", random.nextInt(100_000) / 100.0);
        record.put("link", "https://wiki.weir.test/pages/" + random.nextInt(100_000));
        record.put("owner", sensitiveOr(sentence(2)));
        return record;
    }

    private String sensitiveOr(String text) {
        return random.nextDouble() < sensitiveShare ? text + " " + sensitive() : text;
    }

    private String sensitive() {
        return switch (random.nextInt(6)) {
            case 0 -> draw(LOWER, 6) + "." + draw(LOWER, 8) + "@" + draw(LOWER, 7) + ".com";
            case 1 -> "card " + card();
            case 2 -> "AK" + "IA" + draw(CAPITALS, 16);
            case 3 -> "gh" + "p_" + draw(MIXED, 36);
            case 4 -> "password=" + draw(MIXED, 14);
            default ->
                "ssn " + (101 + random.nextInt(500)) + "-" + (10 + random.nextInt(89)) + "-"
                        + (1_000 + random.nextInt(8_999));
        };
    }

    private String card() {
        StringBuilder digits = new StringBuilder("4");
        while (digits.length() < CARD_DIGITS - 1) {
            digits.append(random.nextInt(10));
        }
        return digits.append(Luhn.digitBehind(digits)).toString();
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return sentence.toString();
    }

    private String draw(String letters, int length) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < length; i++) {
            drawn.append(letters.charAt(random.nextInt(letters.length())));
        }
        return drawn.toString();
    }
}
