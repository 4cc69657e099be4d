package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.payload.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::123456789012:user/ann                 | ACCOUNT 123456789012, PRINCIPAL ann",
                "arn:aws:iam::123456789012:role/ops/night/deployer  | ACCOUNT 123456789012, PRINCIPAL deployer",
                "arn:aws:iam::aws:policy/AdministratorAccess        | ACCOUNT aws",
                "arn:aws:lambda:eu-west-1:123456789012:function:pay | REGION eu-west-1, ACCOUNT 123456789012",
                "arn:aws-us-gov:sns:us-gov-east-1:123456789012:t    | REGION us-gov-east-1, ACCOUNT 123456789012",
                "arn:aws:s3:::bucket/key                            | ''",
                "see arn:aws:iam::123456789012:user/ann             | ''",
                "arn:aws:iam::12345:user/ann                        | ''",
                "arn:aws                                            | ''"
            })
    void readsRegionAccountAndPrincipal(String text, String expected) {
        List<String> found = new ArrayList<>();
        AwsNames.ofResource(text, (kind, name) -> {
            if (!name.equals(text)) {
                found.add(kind + " " + name);
            }
        });

        assertThat(String.join(", ", found)).isEqualTo(expected);
    }

    @Test
    void joinsTheKeyAndTheValueOfOneObject() {
        Map<String, String> tags = new TreeMap<>();
        AwsNames.ofPairs(
                List.of(
                        new Leaf("/body/Tags/0/Key", "Key", "env"),
                        new Leaf("/body/Tags/0/Value", "Value", "production"),
                        new Leaf("/body/Tags/1/TagKey", "TagKey", "team"),
                        new Leaf("/body/Tags/1/TagValue", "TagValue", "pay"),
                        new Leaf("/body/Tags/2/Key", "Key", "alone")),
                tags::put);

        assertThat(tags).isEqualTo(Map.of("env", "production", "team", "pay"));
    }
}
