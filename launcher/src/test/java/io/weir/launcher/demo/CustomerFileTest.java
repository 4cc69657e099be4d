package io.weir.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(CustomerFile.of(7)).isEqualTo(CustomerFile.of(7)).isNotEqualTo(CustomerFile.of(8));
    }

    @Test
    void holdsIdentifiersThatAreValidInForm() {
        Property.forAll(Generators.longs(), seed -> {
            CustomerFile file = CustomerFile.of(seed);

            assertThat(luhnSum(file.card().replace(" ", "")) % 10).isZero();
            assertThat(file.card()).matches("4\\d{3} \\d{4} \\d{4} \\d{4}");
            assertThat(file.socialSecurityNumber()).matches("[1-5]\\d\\d-\\d\\d-\\d{4}");
            assertThat(file.apiKey()).matches("AKIA[A-Z2-7]{16}");
        });
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
