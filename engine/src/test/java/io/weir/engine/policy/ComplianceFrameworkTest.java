package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComplianceFrameworkTest {

    @ParameterizedTest
    @EnumSource(ComplianceFramework.class)
    void takesItsOwnExample(ComplianceFramework framework) {
        assertThat(framework.hasForm(framework.example())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OWASP_LLM_2025, LLM10, true",
        "OWASP_LLM_2025, LLM11, false",
        "NIST_AI_RMF, GOVERN-1, true",
        "NIST_AI_RMF, GOVERN-9, false",
        "MITRE_ATLAS, AML.T0051.001, true",
        "MITRE_ATLAS, T1567, false",
        "HIPAA, 164.312(a)(1), true",
        "HIPAA, 165.312, false",
        "PCI_DSS_4, 12.10.1, true",
        "PCI_DSS_4, 13, false",
        "GDPR, ART5(1)(f), true",
        "GDPR, 5, false",
        "SOC2, A1.2, true",
        "SOC2, CC0.1, false",
        "ISO_42001, A.10.2, true",
        "ISO_42001, A.1, false"
    })
    void tellsTheFormOfAControl(ComplianceFramework framework, String control, boolean form) {
        assertThat(framework.hasForm(control)).isEqualTo(form);
    }

    @Test
    void knowsNoOtherName() {
        assertThat(ComplianceFramework.named("soc2")).isEmpty();
    }
}
