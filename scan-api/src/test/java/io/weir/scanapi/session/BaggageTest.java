package io.weir.scanapi.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaggageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            key=value                      | value
            other=1,key=value              | value
            other=1 , key = value ;p=q     | value
            key=a%20b%2Cc                  | a b,c
            key=a+b                        | a+b
            key=a%2                        | none
            keys=value                     | none
            key                            | none
            =value                         | none
            """)
    void readsAMember(String header, String expected) {
        assertThat(Baggage.value(header, "key")).isEqualTo(expected);
    }

    @Test
    void isEmptyWithoutAHeader() {
        assertThat(Baggage.value(null, "key")).isNull();
    }
}
