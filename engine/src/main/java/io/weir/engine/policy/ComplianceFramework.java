package io.weir.engine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A catalog of controls that policies can say they serve, as {@code FRAMEWORK:CONTROL}. */
public enum ComplianceFramework {
    /** The ten risks of language model applications, LLM01 to LLM10. */
    OWASP_LLM_2025("OWASP Top 10 for LLM Applications 2025", "LLM(0[1-9]|10)", "LLM02"),
    /** Functions and categories of the AI Risk Management Framework 1.0. */
    NIST_AI_RMF(
            "NIST AI Risk Management Framework", "(GOVERN|MAP|MEASURE|MANAGE)-[1-6](\\.[0-9]{1,2})?", "MEASURE-2.7"),
    /** Tactics, techniques and mitigations. */
    MITRE_ATLAS("MITRE ATLAS", "AML\\.(TA?[0-9]{4}(\\.[0-9]{3})?|M[0-9]{4})", "AML.T0057"),
    /** Sections of the privacy and security rules, 45 CFR part 164. */
    HIPAA("HIPAA", "164\\.[0-9]{3}(\\([a-z0-9]{1,4}\\)){0,4}", "164.312"),
    /** Requirements of version 4. */
    PCI_DSS_4("PCI DSS 4", "([1-9]|1[0-2])(\\.[0-9]{1,2}){0,3}", "3.4.1"),
    /** Articles. */
    GDPR("GDPR", "ART[0-9]{1,2}(\\([0-9]\\)(\\([a-z]\\))?)?", "ART32"),
    /** Criteria of the trust services. */
    SOC2("SOC 2", "(CC[1-9]\\.[0-9]{1,2}|A1\\.[1-3]|C1\\.[12]|PI1\\.[1-5]|P[1-8]\\.[0-9])", "CC6.1"),
    /** Clauses and controls of annex A. */
    ISO_42001("ISO/IEC 42001", "(A\\.([2-9]|10)|[4-9]|10)(\\.[0-9]{1,2}){0,2}", "A.7.4"),
    /** The operator's own catalog. */
    INTERNAL("Own controls", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "DATA-7");

    private final String title;
    private final Pattern control;
    private final String example;

    ComplianceFramework(String title, String control, String example) {
        this.title = title;
        this.control = Pattern.compile(control);
        this.example = example;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** A control as tags name it. */
    public String example() {
        return example;
    }

    /** All names. */
    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** The framework of this name. */
    static Optional<ComplianceFramework> named(String name) {
        return Arrays.stream(values())
                .filter(framework -> framework.name().equals(name))
                .findFirst();
    }

    /** Whether a control has the form that this catalog gives its controls. */
    boolean hasForm(String text) {
        return control.matcher(text).matches();
    }
}
