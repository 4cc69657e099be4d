package io.weir.engine.rule;

/**
 * A rule file as it was read: our own format, or that of gitleaks where the name ends in {@code .toml}.
 *
 * @param file name, for messages
 * @param text content
 */
public record RuleText(String file, String text) {}
