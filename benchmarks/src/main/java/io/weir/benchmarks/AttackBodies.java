package io.weir.benchmarks;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts made to be slow to search: one short piece over and over. */
final class AttackBodies {

    private static final Pattern LITERALS = Pattern.compile("[A-Za-z0-9_]{2,}[A-Za-z0-9_.-]*");

    private AttackBodies() {}

    /** Pieces that no single rule is meant by. */
    static Map<String, String> pieces() {
        Map<String, String> pieces = new LinkedHashMap<>();
        for (String piece : List.of(
                "a@",
                "a@a.",
                "1-",
                "1.",
                "1",
                "12 34 ",
                "123 ",
                "1:",
                "a:",
                "eyJ",
                "eyJhbGciOiJIUzI1NiJ9.",
                "://a:",
                "https://a:b@",
                "http://a.",
                "password=",
                "password: \"",
                "password is ",
                "secret_token:\"",
                "api_key_",
                "key: ",
                "key ",
                "AKIA",
                "sk-",
                "ghp_A1b2C3",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----\n",
                "Bearer ",
                "Basic QUJD",
                "curl -u a:",
                "AB12",
                "DE89 3704 ",
                "4539 1488 ",
                "+49 ",
                "2026-11-21 ",
                "fe80:",
                "\\n",
                "\\u0041",
                "%41",
                "QUJD",
                "{\"a\":",
                "[[",
                "\u200b1",
                "\uff11")) {
            pieces.put(piece.strip().isEmpty() ? "blank" : piece, piece);
        }
        pieces.put("A1 (capitals and digits)", "A1");
        pieces.put("a1 (letters and digits)", "a1");
        pieces.put("0f (hex)", "0f");
        return pieces;
    }

    /** For each rule, pieces that begin as its matches do and then fail. */
    static Map<String, String> nearMisses(List<Rule> rules) {
        Map<String, String> pieces = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String start = start(rule.shape());
            if (!start.isEmpty()) {
                pieces.put(rule.id() + " x n", start);
                pieces.put(rule.id() + " and a value x n", start + "A1b2C3d4E5f6G7h8 ");
            }
        }
        return pieces;
    }

    /** A piece repeated up to a length in UTF-16 units. */
    static String repeat(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static String start(Shape shape) {
        if (shape instanceof Shape.Assigned assigned) {
            return spelling(assigned.names()) + "=";
        }
        if (shape instanceof Shape.Near near) {
            return spelling(near.names()) + " key ";
        }
        String plain =
                ((Shape.Written) shape).plain().replaceAll("\\[[^\\]]*\\]|\\(\\?<?[!=:]|\\{[^}]*\\}|\\\\[nrtdsw]", " ");
        Matcher literal = LITERALS.matcher(plain);
        return literal.find() ? literal.group() : "";
    }

    private static String spelling(List<Name> names) {
        List<String> spellings = names.get(0).spellings();
        return spellings.get(spellings.size() - 1);
    }
}
