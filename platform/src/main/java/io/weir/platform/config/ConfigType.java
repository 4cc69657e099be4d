package io.weir.platform.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the text of a setting becomes a value, and back.
 *
 * @param form what is expected, for messages and documentation: {@code integer 0..65535}
 * @param parser reads a text; an {@code IllegalArgumentException} says what is wrong with it, without repeating it
 * @param printer prints a value as an operator would write it, secrets masked
 * @param <T> type of the value
 */
public record ConfigType<T>(String form, Function<String, T> parser, Function<T, String> printer) {

    /** Any text. */
    public static final ConfigType<String> TEXT = new ConfigType<>("text", text -> text, text -> text);

    /** {@code true} or {@code false}. */
    public static final ConfigType<Boolean> FLAG =
            new ConfigType<>("true or false", ConfigType::parseFlag, String::valueOf);

    /** A text that must not be seen. */
    public static final ConfigType<Secret> SECRET = new ConfigType<>("secret text", Secret::of, Secret::toString);

    /** Texts between commas, blanks around them dropped, empty ones left out. */
    public static final ConfigType<List<String>> LIST =
            new ConfigType<>("texts, comma between", ConfigType::split, items -> String.join(",", items));

    /** Secrets between commas. */
    public static final ConfigType<List<Secret>> SECRETS = new ConfigType<>(
            "secret texts, comma between",
            text -> split(text).stream().map(Secret::of).toList(),
            secrets -> secrets.stream().map(Secret::toString).collect(Collectors.joining(",")));

    /** A whole number in {@code min..max}. */
    public static ConfigType<Integer> integer(int min, int max) {
        ConfigType<Long> wide = wholeNumber(min, max);
        return new ConfigType<>(wide.form, text -> wide.parse(text).intValue(), String::valueOf);
    }

    /** A whole number in {@code min..max}, beyond the reach of an int. */
    public static ConfigType<Long> wholeNumber(long min, long max) {
        return new ConfigType<>("integer " + min + ".." + max, text -> parseLong(text, min, max), String::valueOf);
    }

    /** One of the words of an enum, in lower or upper case. */
    public static <E extends Enum<E>> ConfigType<E> choice(Class<E> words) {
        String form = Arrays.stream(words.getEnumConstants())
                .map(ConfigType::lowerCase)
                .collect(Collectors.joining(", ", "one of ", ""));
        return new ConfigType<>(form, text -> parseChoice(words, form, text), ConfigType::lowerCase);
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException if the text does not fit {@link #form}
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** A value as an operator would write it, secrets masked. */
    public String print(T value) {
        return printer.apply(value);
    }

    private static boolean parseFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static long parseLong(String text, long min, long max) {
        String expected = "expected an integer " + min + ".." + max;
        try {
            long value = Long.parseLong(text.replace("_", ""));
            if (value < min || value > max) {
                throw new IllegalArgumentException(expected + ", got " + value);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    private static <E extends Enum<E>> E parseChoice(Class<E> words, String form, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected " + form));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
