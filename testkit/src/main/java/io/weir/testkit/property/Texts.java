package io.weir.testkit.property;

import java.util.List;

/** Generators of texts. */
public final class Texts {

    private static final List<String> SYLLABLES = List.of(
            "ba", "ce", "di", "fo", "gu", "hal", "jem", "kin", "lor", "mus", "nar", "pel", "qui", "rost", "sund", "tar",
            "uv", "wend", "xi", "yor", "zan", "ing", "ter", "ly");
    private static final List<String> SEPARATORS = List.of(" ", " ", " ", " ", ", ", ". ", "\n", "; ");

    /** Ranges that texts of the world, and those who hide in them, are made from; plain letters first. */
    private static final List<Range> RANGES = List.of(
            new Range('a', 'z'),
            new Range(' ', '~'),
            new Range(0x00, 0x1f),
            new Range(0xa0, 0x17f),
            new Range(0x300, 0x36f),
            new Range(0x400, 0x4ff),
            new Range(0x590, 0x6ff),
            new Range(0x200b, 0x200f),
            new Range(0x202a, 0x202e),
            new Range(0x4e00, 0x9fff),
            new Range(0xfe00, 0xfe0f),
            new Range(0xff01, 0xff5e),
            new Range(0x1d400, 0x1d7ff),
            new Range(0x1f300, 0x1faff),
            new Range(0xe0020, 0xe007e));

    private Texts() {}

    /** Printable ASCII of 0 to the case's size characters. */
    public static Gen<String> ascii() {
        return codePoints(List.of(RANGES.get(0), RANGES.get(1)));
    }

    /** Well-formed Unicode of 0 to the case's size code points: controls, marks, bidi, wide, astral, tags. */
    public static Gen<String> unicode() {
        return codePoints(RANGES);
    }

    /** UTF-16 of 0 to the case's size pieces, in which surrogates may stand alone. */
    public static Gen<String> utf16() {
        Gen<String> pieces = choices -> choices.below(4) == 3
                ? String.valueOf((char) choices.between(0xd800, 0xdfff))
                : Character.toString(anyOf(RANGES, choices));
        return Generators.lists(pieces).map(list -> String.join("", list));
    }

    /** One pronounceable word of two to four syllables. */
    public static Gen<String> word() {
        return Generators.lists(Generators.oneOf(SYLLABLES), 2, 4).map(list -> String.join("", list));
    }

    /** Text of one to the case's size words, with blanks and some punctuation between them. */
    public static Gen<String> words() {
        return choices -> words(1, choices.size()).from(choices);
    }

    /** Text of a fixed number of words, at least one. */
    public static Gen<String> words(int count) {
        return words(count, count);
    }

    private static Gen<String> words(int min, int max) {
        Gen<String> wordAndSeparator = choices -> word().from(choices) + choices.oneOf(SEPARATORS);
        Gen<List<String>> most = Generators.lists(wordAndSeparator, min - 1, max - 1);
        return choices -> String.join("", most.from(choices)) + word().from(choices);
    }

    private static Gen<String> codePoints(List<Range> ranges) {
        return Generators.lists(choices -> Character.toString(anyOf(ranges, choices)))
                .map(list -> String.join("", list));
    }

    private static int anyOf(List<Range> ranges, Choices choices) {
        Range range = choices.oneOf(ranges);
        return choices.between(range.first(), range.last());
    }

    private record Range(int first, int last) {}
}
