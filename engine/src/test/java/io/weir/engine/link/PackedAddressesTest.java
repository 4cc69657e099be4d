package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedAddressesTest {

    private static final List<String> RECORDS =
            List.of("/body/records/0/title", "/body/records/0/note", "/body/records/1/title");

    @Test
    void givesBackWhatItWasGiven() {
        Property.forAll(Generators.lists(Texts.utf16(), 0, 6), addresses -> {
            PackedAddresses packed = PackedAddresses.of(addresses);

            PackedAddresses read = PackedAddresses.get(
                    new PackedInput(packed.putTo(new PackedOutput(8)).toBytes()));

            assertThat(read).isEqualTo(addresses).isEqualTo(packed);
            assertThat(read.hashCode()).isEqualTo(addresses.hashCode());
        });
    }

    @Test
    void takesWhatAnAddressHasInCommonWithTheOneBeforeOnce() {
        assertThat(PackedAddresses.of(RECORDS).putTo(new PackedOutput(8)).toBytes())
                .hasSizeLessThan(RECORDS.get(0).length() + 20);
    }

    @Test
    void keepsTheFirstOfThem() {
        PackedAddresses all = PackedAddresses.of(RECORDS);

        assertThat(all.first(2)).isEqualTo(RECORDS.subList(0, 2));
        assertThat(all.first(3)).isSameAs(all);
    }

    @Test
    void refusesWhatIsNoList() {
        PackedOutput more = new PackedOutput(8).putNumber(3).putNumber(1).put(0);
        PackedOutput outside =
                new PackedOutput(8).putNumber(1).putNumber(2).putNumber(1).put(0);

        assertThatThrownBy(() -> PackedAddresses.get(new PackedInput(more.toBytes())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        PackedAddresses.get(new PackedInput(outside.toBytes())).get(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
