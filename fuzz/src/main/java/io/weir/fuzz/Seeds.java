package io.weir.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What the fuzzer starts with: small rule files and expressions, and random bytes. */
final class Seeds {

    private static final int RANDOM_FILES = 40;
    private static final int BYTES_MAX = 600;
    private static final List<String> EXPRESSIONS = List.of(
            "AB[A-Z0-9]{16}",
            "(?<![a-z])(?<value>ab_[0-9a-f]{32})(?![0-9a-f])",
            "(?i)(?:key|token)[ ]?=[ ]?(?<value>[\\w-]{8,40}+)",
            "\\A(?>a|bc)*\\z",
            "[^\\s\\x41-\\u0050&&[a-z]]+?",
            "(?:a{2,3}|(?i:b)(?-i:c)){0,4}");

    private Seeds() {}

    /** Writes all. */
    static void write(Path directory, Random random) throws IOException {
        Files.createDirectories(directory);
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            String expression = EXPRESSIONS.get(i);
            write(directory, "expression-" + i, "e" + expression);
            write(directory, "re2-" + i, "r" + expression.replace("?<value>", "") + "\\b(?:$|[[:alpha:]])");
            write(directory, "yaml-" + i, yaml(expression));
            write(directory, "toml-" + i, toml(expression.replace("?<value>", "")));
        }
        for (int i = 0; i < RANDOM_FILES; i++) {
            byte[] bytes = new byte[1 + random.nextInt(BYTES_MAX)];
            random.nextBytes(bytes);
            Files.write(directory.resolve("bytes-" + i), bytes);
        }
    }

    private static String yaml(String expression) {
        return """
                yfamily: f
                defaults: {data_class: SECRETS, value_kind: SECRET, confidence: HIGH}
                rules:
                  - id: a-b
                    keywords: [a, key]
                    reach: 20
                    validator: token
                    entropy: 2.5
                    pattern: '%s'
                    examples: ['a']
                """.formatted(expression);
    }

    private static String toml(String expression) {
        return """
                ttitle = "f"
                [[rules]]
                id = "a-b"
                regex = '''%s'''
                secretGroup = 1
                entropy = 3
                keywords = ["ab", "key"]
                [[rules.allowlists]]
                regexTarget = "match"
                regexes = ['''a+''']
                stopwords = ["abc"]
                """.formatted(expression);
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
