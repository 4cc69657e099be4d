package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.ExpressionParser;
import io.weir.engine.validate.Ascii;
import io.weir.testkit.property.Property;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededUnitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "://[a-z]{1,9}:[0-9]{2}@ ! /:@",
                "(?i:Key)-[0-9]{2} ! -eky",
                "(?:ab|ac)-? ! a",
                "(?:-h|--header)= ! -=h",
                "[0-9]{2}(?<value>x{1,3})y{0,2} ! x",
                "a(?=b)c ! ac",
                "[a-z] ! ''"
            })
    void namesWhatEachMatchHas(String expression, String units) {
        assertThat(needed(expression)).isEqualTo(units);
    }

    @Test
    void namesNothingThatAMatchIsWithout() {
        Property.runs(4_000).check(Expressions.cases(), one -> {
            if (!Expressions.isOfTheSubset(one.expression())) {
                return;
            }
            String needed = needed(one.expression());
            Matcher matcher = Pattern.compile(one.expression()).matcher(one.text());
            while (matcher.find()) {
                String match = Ascii.lower(matcher.group());
                assertThat(needed.chars()).allMatch(unit -> match.indexOf(unit) >= 0);
            }
        });
    }

    private static String needed(String expression) {
        BitSet units = NeededUnits.of(ExpressionParser.parse(expression));
        return units.stream().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
