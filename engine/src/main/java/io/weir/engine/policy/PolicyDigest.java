package io.weir.engine.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Digest of what policies say: equal for equal rules, whatever file they stand in and however it is laid out. */
final class PolicyDigest {

    private static final int BYTES = 4;

    private PolicyDigest() {}

    static String of(List<Policy> policies, Precedence precedence) {
        StringBuilder text = new StringBuilder(precedence.name());
        for (Policy policy : policies) {
            text.append("\n").append(policy.name()).append(new TreeSet<>(policy.environments()));
            text.append(policy.precedence());
            if (!policy.agents().isEmpty()) {
                text.append(policy.agents());
            }
            policy.rules().forEach(rule -> append(rule, text));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static void append(PolicyRule rule, StringBuilder text) {
        text.append("\n ").append(rule.id()).append('|').append(rule.priority()).append('|');
        rule.match().forEach(clause -> text.append(clause.text()).append(';'));
        text.append('|');
        rule.conditions().forEach(clause -> text.append(clause.text()).append(';'));
        text.append('|').append(rule.action()).append(rule.loosens());
        text.append(rule.notes().reasonCode()).append(rule.notes().sanitizeFields());
        append(rule.notes().codeAttempts(), text);
        append(rule.notes().escalateTo(), text);
        append(rule.notes().tag(), text);
        append(rule.notes().incidentSeverity(), text);
    }

    private static void append(@Nullable Object said, StringBuilder text) {
        if (said != null) {
            text.append('|').append(said);
        }
    }
}
