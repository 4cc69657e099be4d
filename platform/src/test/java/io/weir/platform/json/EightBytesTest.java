package io.weir.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EightBytesTest {

    private static final int LENGTH = 40;

    @Test
    void stopsAtEachByteThatIsNotPlainAndAtNoOther() {
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            boolean isPlain = value < 0 || (value >= ' ' && value != '"' && value != '\\');
            for (int place = 0; place < LENGTH; place++) {
                byte[] bytes = plain();
                bytes[place] = (byte) value;

                assertThat(EightBytes.endOfPlain(bytes, 0))
                        .as("%d at %d", value, place)
                        .isEqualTo(isPlain ? LENGTH : place);
            }
        }
    }

    @Test
    void findsTheSamePlacesAsALookAtEachByte() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[LENGTH + EightBytes.PADDING];
            random.nextBytes(bytes);
            Arrays.fill(bytes, LENGTH, bytes.length, (byte) 0);
            int from = random.nextInt(LENGTH);

            assertThat(EightBytes.endOfPlain(bytes, from)).isEqualTo(oneByOne(bytes, from));
        }
    }

    private static int oneByOne(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] < 0 || (bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\')) {
            at++;
        }
        return at;
    }

    private static byte[] plain() {
        byte[] bytes = new byte[LENGTH + EightBytes.PADDING];
        Arrays.fill(bytes, 0, LENGTH, (byte) 'a');
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 23})
    void knowsAsciiWhereverAnotherByteStands(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x7f);
        assertThat(EightBytes.areAscii(bytes)).isTrue();
        for (int place = 0; place < length; place++) {
            bytes[place] = (byte) 0x80;
            assertThat(EightBytes.areAscii(bytes)).isFalse();
            bytes[place] = 0;
        }
    }
}
