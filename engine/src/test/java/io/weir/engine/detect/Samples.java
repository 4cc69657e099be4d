package io.weir.engine.detect;

import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Texts;
import java.util.List;

/** Texts that hold sensitive values, near misses and the pieces they are made from. */
public final class Samples {

    // Made up; the halves are joined here so that scanners of source code stay calm.
    private static final List<String> VALUES = List.of(
            "bob@weir.test",
            "536-22-8417",
            "4539 1488 0343 6467",
            "4539148803436467",
            "DE89 3704 0044 0532 0130 00",
            "GB33BUKB20201555555555",
            "+44 20 7946 0958",
            "Tel: 212-736-5000",
            "password=q2XvLd9T",
            "api_key: \"R7mKq2XvLd9TzWn4BcY8\"",
            "postgres://app:q2XvLd9T@db.test/x",
            "born on 14 March 1987",
            "passport no. 918273645",
            "INTERNAL USE ONLY",
            "AKIA" + "Q4TR2XW7MLPD5VSN",
            "ghp_" + "R7mKq2XvLd9TzWn4BcY8sHf3JgP6uAe1oViQ",
            "https://hooks.slack.com/services/" + "T07KQ2XVL/B05RMWZ81/Kq2XvLd9TzWn4BcY8sHf3JgP",
            "-----BEGIN EC PRIVATE " + "KEY-----\nMHcCAQEEIBn4BcY8sHf3JgP6uAe1oViQ\n-----END EC PRIVATE " + "KEY-----");

    private static final List<String> PIECES = List.of(
            "@",
            ".",
            "-",
            "+",
            ":",
            "//",
            "://",
            "=",
            "\"",
            " ",
            "\n",
            "(",
            ")",
            "4539",
            "1488",
            "0343",
            "6467",
            "12",
            "7",
            "DE89",
            "GB33",
            "AKIA",
            "sk-ant-",
            "eyJ",
            "bearer ",
            "secret",
            "token",
            "key",
            "ssn",
            "card",
            "phone",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "a",
            "Zz",
            "\u00e9",
            "\u540d",
            "\ud83d\ude00");

    private Samples() {}

    /** One value by itself. */
    public static Gen<String> value() {
        return Generators.oneOf(VALUES);
    }

    /** Prose with values in it, set off by blanks. */
    public static Gen<String> prose() {
        Gen<String> part = choices -> (choices.coin() ? value() : Texts.words()).from(choices);
        return Generators.lists(part, 0, 8).map(parts -> String.join(" ; ", parts));
    }

    /** Values, pieces of them and arbitrary text without any separation. */
    public static Gen<String> jumble() {
        Gen<String> piece = choices -> switch (choices.below(5)) {
            case 0 -> value().from(choices);
            case 1 -> Texts.unicode().from(choices);
            default -> choices.oneOf(PIECES);
        };
        return Generators.lists(piece).map(pieces -> String.join("", pieces));
    }
}
