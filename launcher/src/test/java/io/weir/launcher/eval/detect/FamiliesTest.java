package io.weir.launcher.eval.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {

    private final Families families = Families.standard();

    @ParameterizedTest
    @CsvSource({
        // rule, issuer, class, source, name, fits
        "square-token, square, SECRETS, kingfisher, kingfisher.squareup.1, true",
        "google-key, google, SECRETS, gitleaks, gcp-api-key, true",
        "new-relic-key, newrelic, SECRETS, gitleaks, new-relic-user-api-key, true",
        "lob-key, lob, SECRETS, kingfisher, kingfisher.lobster.1, false",
        "box-key, box, SECRETS, gitleaks, dropbox-api-token, false",
        "slack-token, slack, SECRETS, gitleaks, github-pat, false",
        "named-secret, '', SECRETS, gitleaks, github-pat, true",
        "slack-token, slack, SECRETS, gitleaks, generic-api-key, true",
        "slack-token, slack, SECRETS, noseyparker, np.generic.12, true",
        "us-ssn-in-context, '', PII, presidio, US_SSN, true",
        "us-itin, '', PII, presidio, US_SSN, false",
        "email-address, '', PII, gitleaks, github-pat, false"
    })
    void tellsFamiliesAlikeForPositivesAndNegatives(
            String id, String issuer, DataClass dataClass, String source, String name, boolean fits) {
        Rule rule = Rule.of("test", definition(id, issuer, dataClass));

        assertThat(families.fits(rule, source, name)).isEqualTo(fits);
    }

    private static RuleDefinition definition(String id, String issuer, DataClass dataClass) {
        return new RuleDefinition(
                id,
                issuer,
                dataClass,
                null,
                Confidence.HIGH,
                "abc[0-9]{9}",
                null,
                null,
                null,
                List.of(),
                0,
                "any",
                0,
                null,
                RuleDefinition.Context.NONE,
                0,
                false,
                List.of(),
                List.of(),
                List.of());
    }
}
