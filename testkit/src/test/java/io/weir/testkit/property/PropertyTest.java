package io.weir.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PropertyTest {

    private static final Pattern SEED = Pattern.compile("-Dweir\\.seed=(-?\\d+)");

    @Test
    void passesWhenTheLawHolds() {
        List<Integer> seen = new ArrayList<>();
        Property.runs(50).check(Generators.ints(3, 7), value -> {
            seen.add(value);
            assertThat(value).isBetween(3, 7);
        });
        assertThat(seen).hasSizeLessThanOrEqualTo(50).isNotEmpty();
    }

    @Test
    void shrinksToTheSmallestNumberThatFails() {
        assertThatThrownBy(() -> Property.forAll(
                        Generators.ints(0, 1_000_000),
                        value -> assertThat(value).isLessThan(1000)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Property broken by\n  1000\n");
    }

    @Test
    void shrinksAListToTheOneElementThatMatters() {
        Gen<List<Integer>> lists = Generators.lists(Generators.ints(0, 100), 0, 40);
        assertThatThrownBy(() -> Property.runs(2000)
                        .check(lists, list -> assertThat(list).noneMatch(element -> element >= 50)))
                .hasMessageContaining("Property broken by\n  [50]\n");
    }

    @Test
    void aSeedAloneRunsTheFailingCaseAgain() {
        // Given
        AssertionError failure =
                failureOf(Texts.unicode(), text -> assertThat(text).doesNotContain("a"));
        Matcher seed = SEED.matcher(failure.getMessage());
        assertThat(seed.find()).isTrue();

        // When, then
        assertThatThrownBy(() -> Property.checkCase(
                        Long.parseLong(seed.group(1)),
                        Texts.unicode(),
                        text -> assertThat(text).doesNotContain("a")))
                .hasMessage(failure.getMessage());
    }

    @Test
    void anAbortedCheckIsNoFailure() {
        assertThatThrownBy(() -> Property.forAll(Generators.ints(0, 1), value -> {
                    throw new TestAbortedException("absent");
                }))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void aRefusedGeneratorSaysSo() {
        assertThatThrownBy(() -> Property.forAll(Generators.ints(0, 1).where(value -> value > 1), value -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unicodeTextsSurviveUtf8() {
        Property.forAll(
                Texts.unicode(),
                text -> assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(text));
    }

    @Test
    void jsonTreesHoldPlainValuesOnly() {
        Property.forAll(JsonTrees.objects(), PropertyTest::assertPlain);
    }

    @Test
    void permutationsKeepEveryElement() {
        List<Integer> elements = List.of(1, 2, 3, 4, 5);
        Property.forAll(
                Generators.permutations(elements),
                permuted -> assertThat(permuted).containsExactlyInAnyOrderElementsOf(elements));
    }

    @Test
    void subsetsKeepDeclarationOrder() {
        Property.forAll(
                Generators.subsets(Thread.State.class),
                states -> assertThat(states).doesNotHaveDuplicates().isSorted());
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(PropertyTest::assertPlainOrNull);
        } else if (value instanceof List<?> list) {
            list.forEach(PropertyTest::assertPlainOrNull);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Double.class, Boolean.class);
        }
    }

    private static void assertPlainOrNull(Object value) {
        if (value != null) {
            assertPlain(value);
        }
    }

    private static <T> AssertionError failureOf(Gen<T> generator, Property.Check<T> check) {
        try {
            Property.runs(2000).check(generator, check);
        } catch (AssertionError failure) {
            return failure;
        }
        throw new IllegalStateException("the property held");
    }
}
