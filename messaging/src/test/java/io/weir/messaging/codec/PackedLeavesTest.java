package io.weir.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.platform.json.Json;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.PackedLeaves;
import io.weir.schemas.word.LeafRole;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leaves of a sketch, as events carry them. */
class PackedLeavesTest {

    private static final LeafOutline TITLE = new LeafOutline("/records/0/title", 9, LeafRole.CONTENT, "Aaaa 9999");
    private static final LeafOutline NOTE = new LeafOutline("/records/0/note", 70_000, LeafRole.CONTENT, null);
    private static final LeafOutline URL = new LeafOutline("/url", 5, LeafRole.DESTINATION, "aa");
    private static final List<LeafRole> ROLES = List.of(LeafRole.values());
    private static final Gen<String> TEXTS = Generators.lists(
                    Generators.oneOf(List.of(
                            "a",
                            "b",
                            "/",
                            "7",
                            ",",
                            ":",
                            "=",
                            "~",
                            ";",
                            "\"",
                            "\\",
                            "\n",
                            "\u00e4",
                            "\ud83d\ude00",
                            "\ud83d\ude01")),
                    0,
                    12)
            .map(pieces -> String.join("", pieces));

    private static Fingerprint sketch(List<LeafOutline> leaves) {
        return new Fingerprint("weir2-k12-w9", 1, leaves, "", List.of());
    }

    private static Fingerprint read(String json) {
        return RecordCodec.of(Fingerprint.class).decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void comeBackAsTheyWere() {
        Property.forAll(
                Generators.lists(PackedLeavesTest::leaf, 0, 20),
                leaves -> assertThat(read(Json.text(sketch(leaves))).leaves()).isEqualTo(leaves));
    }

    @Test
    void areATextThatPeopleCanRead() {
        assertThat(PackedLeaves.text(List.of(TITLE, NOTE, URL)))
                .isEqualTo("CONTENT DESTINATION;a0,16,9=/records/0/titleAaaa 9999a11,4,70000:noteb1,3,5~2:urlaa");
        assertThat(PackedLeaves.text(List.of())).isEmpty();
    }

    @Test
    void areReadFromEventsThatListThem() {
        String json = """
            {"scheme":"weir2-k12-w9","epoch":1,"leaves":[
             {"address":"/url","length":5,"role":"DESTINATION","shape":"aa"}],"prints":"","values":""}
            """;

        assertThat(read(json)).isEqualTo(sketch(List.of(URL)));
    }

    @Test
    void comeBackWhereLongAddressesRepeatEachOther() {
        // Given: together they have many times the units that may be kept
        String start = "/a".repeat(200_000);
        List<LeafOutline> leaves = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            leaves.add(new LeafOutline(start + "/" + i, 1, LeafRole.CONTENT, null));
        }

        // When
        String text = PackedLeaves.text(leaves);

        // Then
        assertThat(PackedLeaves.of(text)).isEqualTo(leaves);
        assertThat(text.length()).isBetween(start.length(), start.length() * leaves.size());
    }

    @Test
    void areRefusedWhereTheyComeToMoreThanAnEventHolds() {
        String start = "/a".repeat(200_000);
        String text = "CONTENT;a0," + start.length() + ",1:" + start + ("a" + start.length() + ",0,1:").repeat(20);

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> PackedLeaves.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "\"SOMETHING;a0,1,1:/\"",
                "\"CONTENT;b0,1,1:/\"",
                "\"CONTENT;a1,1,1:/\"",
                "\"CONTENT;a0,2,1:/\"",
                "\"CONTENT;a0,1,1=/\"",
                "\"CONTENT;a0,1,1!/\"",
                "\"CONTENT;a0,1,99999999999:/\"",
                "\"CONTENT;a0,1,-1:/\"",
                "\"CONTENT;a0,1\"",
                "7"
            })
    void areRefusedWhereTheyAreNone(String leaves) {
        String json =
                "{\"scheme\":\"weir2-k12-w9\",\"epoch\":1,\"leaves\":" + leaves + ",\"prints\":\"\",\"values\":\"\"}";

        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> read(json));
    }

    private static LeafOutline leaf(Choices choices) {
        String shape = choices.below(3) == 0 ? null : TEXTS.from(choices);
        int length = shape == null || choices.below(4) == 3 ? choices.below(1 << choices.below(30)) : shape.length();
        return new LeafOutline(TEXTS.from(choices), length, choices.oneOf(ROLES), shape);
    }
}
