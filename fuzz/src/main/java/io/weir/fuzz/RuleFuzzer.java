package io.weir.fuzz;

import io.weir.engine.expression.ExpressionException;
import io.weir.engine.expression.ExpressionParser;
import io.weir.engine.expression.Re2Parser;
import io.weir.engine.gitleaks.GitleaksFile;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFile;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.scan.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rule files and expressions are taken, or refused by their own exceptions. The first byte says how the rest is read,
 * so that a file of the fuzzer's corpus can be read by people as well.
 */
public final class RuleFuzzer {

    private static final long PARSE_NANOS_EACH = 5_000;
    /** Compiling is done once for each file; an expression unfolds within the limits of its compiler. */
    private static final long COMPILE_NANOS_EACH = 50_000;

    private RuleFuzzer() {}

    /** One input. Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String text = new String(Arrays.copyOfRange(data, 1, data.length), StandardCharsets.UTF_8);
        try {
            switch (data[0]) {
                case 'y' -> yaml(text);
                case 't' ->
                    WorkBound.within(
                            "toml", text.length(), COMPILE_NANOS_EACH, () -> GitleaksFile.read("f.toml", text));
                case 'r' ->
                    WorkBound.within(
                            "RE2 expression",
                            text.length(),
                            PARSE_NANOS_EACH,
                            () -> Re2Parser.parse(text, Re2Parser.ANY_GROUP));
                default ->
                    WorkBound.within("expression", text.length(), PARSE_NANOS_EACH, () -> ExpressionParser.parse(text));
            }
        } catch (ExpressionException | RuleFileException e) {
            return; // refused as it should be
        }
    }

    private static void yaml(String text) {
        RuleFile file = WorkBound.within("yaml", text.length(), PARSE_NANOS_EACH, () -> RuleFile.read("f.yaml", text));
        for (RuleDefinition definition : file.rules()) {
            WorkBound.within("rule", text.length(), COMPILE_NANOS_EACH, () -> isUsable(file.family(), definition));
        }
    }

    private static boolean isUsable(String family, RuleDefinition definition) {
        try {
            Scanner.of(List.of(Rule.of(family, definition)));
            return true;
        } catch (IllegalArgumentException e) {
            return false; // what the loader reports as a problem of the file
        }
    }
}
