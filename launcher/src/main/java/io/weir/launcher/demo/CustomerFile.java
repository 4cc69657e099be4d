package io.weir.launcher.demo;

import io.weir.engine.validate.Luhn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The file of a customer who does not exist. Its identifiers are made at run time from a fixed seed, so they are the
 * same in each run, valid in form, and nobody's.
 *
 * @param email address in a domain that is never delivered to (RFC 2606)
 * @param card number with a right check digit
 * @param socialSecurityNumber in the form of the United States
 * @param apiKey in the form of a cloud provider's key id
 */
record CustomerFile(String email, String card, String socialSecurityNumber, String apiKey) {

    static final String NAME = "Mara Lindqvist";

    /** What a person wrote down: nothing in it has the form of personal data or of a secret. */
    static final String NOTES = "Met on site in March. They are unhappy with the pumps of the second delivery and will"
            + " hold back the final payment until the seals have been replaced. Their board has decided, not yet in"
            + " public, to close the northern plant after the summer and to move its orders to our competitor unless"
            + " we match the new terms. Be generous on service hours and firm on the price of spare parts.";

    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The file that belongs to a seed. */
    static CustomerFile of(long seed) {
        Random random = new Random(seed);
        return new CustomerFile("mara.lindqvist@norrby-pumps.example", card(random), number(random), key(random));
    }

    /** The file as the records service hands it out. */
    Map<String, Object> json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("customer", 88);
        file.put("name", NAME);
        file.put("email", email);
        file.put("card_number", card);
        file.put("ssn", socialSecurityNumber);
        file.put("portal_api_key", apiKey);
        file.put("notes", NOTES);
        return file;
    }

    private static String card(Random random) {
        StringBuilder digits = new StringBuilder("4");
        for (int i = 0; i < 14; i++) {
            digits.append(random.nextInt(10));
        }
        digits.append(Luhn.digitBehind(digits));
        return digits.toString().replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static String number(Random random) {
        int area = 100 + random.nextInt(500);
        return area + "-" + (10 + random.nextInt(89)) + "-" + (1_000 + random.nextInt(8_999));
    }

    private static String key(Random random) {
        StringBuilder key = new StringBuilder("AKIA");
        for (int i = 0; i < 16; i++) {
            key.append(KEY_ALPHABET.charAt(random.nextInt(KEY_ALPHABET.length())));
        }
        return key.toString();
    }
}
