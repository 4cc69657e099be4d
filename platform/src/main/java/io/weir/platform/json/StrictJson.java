package io.weir.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that strangers send (RFC 8259), and refuses what two readers could understand differently: duplicate
 * members, invalid UTF-8, text after the value. The outcome is a plain value: map in member order, list, string,
 * number, boolean or null. Numbers are exact: int, long, {@code BigInteger} or {@code BigDecimal}.
 *
 * <p>Messages hold line and column, never a piece of the text. Safe to share between threads.
 */
public final class StrictJson {

    /** Deepest nesting that is read, in levels; it also bounds the recursion of this reader. */
    public static final int DEPTH_MAX = 128;

    /** Longest number, in digits: turning digits into a number costs more than linear time. */
    private static final int NUMBER_LENGTH_MAX = 1_000;

    private static final int NAME_LENGTH_MAX = 50_000;

    private final JsonFactory factory;
    private final int lengthMax;

    /**
     * A reader for documents of at most {@code lengthMax} bytes.
     *
     * @throws IllegalArgumentException if {@code lengthMax} is not positive
     */
    public StrictJson(int lengthMax) {
        if (lengthMax <= 0) {
            throw new IllegalArgumentException("the longest document has " + lengthMax + " bytes, at least 1 needed");
        }
        this.lengthMax = lengthMax;
        // One level more than we allow, so that our own check comes first and names the cause.
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(lengthMax)
                        .maxNestingDepth(DEPTH_MAX + 1)
                        .maxStringLength(lengthMax)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .maxNameLength(NAME_LENGTH_MAX)
                        .build())
                .build();
    }

    /**
     * The value of a document.
     *
     * @throws JsonRejected with the reason, if it is not one JSON value in UTF-8
     */
    public @Nullable Object read(byte[] document) throws JsonRejected {
        return read(Utf8.decode(document));
    }

    /**
     * The value of a text.
     *
     * @throws JsonRejected with the reason, if it is not one JSON value
     */
    public @Nullable Object read(String text) throws JsonRejected {
        try (JsonParser parser = begin(text)) {
            Object value = value(parser, 0);
            end(parser);
            return value;
        } catch (IOException e) {
            throw rejected(e);
        }
    }

    /**
     * Checks a text as {@link #read(String)} does, and keeps nothing of it.
     *
     * @return its levels: 0 for a value that is neither object nor array
     * @throws JsonRejected with the reason, if it is not one JSON value
     */
    public int check(String text) throws JsonRejected {
        int quick = text.length() <= lengthMax ? JsonWalk.levels(text) : JsonWalk.GIVEN_UP;
        return quick >= 0 ? quick : checkSlowly(text);
    }

    /** Also finds the words for what is wrong. */
    int checkSlowly(String text) throws JsonRejected {
        try (JsonParser parser = begin(text)) {
            int levels = levels(parser, 0);
            end(parser);
            return levels;
        } catch (IOException e) {
            throw rejected(e);
        }
    }

    private JsonParser begin(String text) throws IOException, JsonRejected {
        JsonParser parser = factory.createParser(text);
        if (parser.nextToken() == null) {
            throw new JsonRejected(ErrorCode.JSON_MALFORMED, "The body is empty.");
        }
        return parser;
    }

    private static void end(JsonParser parser) throws IOException, JsonRejected {
        if (parser.nextToken() != null) {
            throw malformed("there is more text after the value", parser.currentTokenLocation());
        }
    }

    private static JsonRejected rejected(IOException cause) {
        if (cause instanceof StreamConstraintsException tooLong) {
            return malformed("a number, a name or the whole is longer than we read", tooLong.getLocation());
        }
        if (cause instanceof JsonProcessingException broken) {
            return malformed("the text is not JSON from here on, or breaks off", broken.getLocation());
        }
        throw new UncheckedIOException("reading from memory failed", cause);
    }

    private static int levels(JsonParser parser, int depth) throws IOException, JsonRejected {
        return switch (parser.currentToken()) {
            case START_OBJECT -> 1 + levelsOfMembers(parser, deeper(parser, depth));
            case START_ARRAY -> 1 + levelsOfItems(parser, deeper(parser, depth));
            default -> {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    value(parser, depth);
                }
                yield 0;
            }
        };
    }

    private static int levelsOfMembers(JsonParser parser, int depth) throws IOException, JsonRejected {
        Set<String> names = new HashSet<>();
        int levels = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (!names.add(parser.currentName())) {
                throw duplicate(parser);
            }
            parser.nextToken();
            levels = Math.max(levels, levels(parser, depth));
        }
        return levels;
    }

    private static int levelsOfItems(JsonParser parser, int depth) throws IOException, JsonRejected {
        int levels = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            levels = Math.max(levels, levels(parser, depth));
        }
        return levels;
    }

    private static @Nullable Object value(JsonParser parser, int depth) throws IOException, JsonRejected {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, deeper(parser, depth));
            case START_ARRAY -> array(parser, deeper(parser, depth));
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw malformed("a value is missing", parser.currentTokenLocation());
        };
    }

    /** A number with a bounded exponent: written out in full, {@code 1e999999999} would fill the memory. */
    private static BigDecimal decimal(JsonParser parser) throws IOException, JsonRejected {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= NUMBER_LENGTH_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Thrown for exponents beyond an int: the same refusal as for those beyond our bound.
        }
        throw malformed("a number is outside 1e-1000..1e1000", parser.currentTokenLocation());
    }

    private static int deeper(JsonParser parser, int depth) throws JsonRejected {
        if (depth >= DEPTH_MAX) {
            throw new JsonRejected(
                    ErrorCode.JSON_TOO_DEEP,
                    "More than " + DEPTH_MAX + " levels are open at " + place(parser.currentTokenLocation()) + ".");
        }
        return depth + 1;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, int depth) throws IOException, JsonRejected {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw duplicate(parser);
            }
            parser.nextToken();
            members.put(name, value(parser, depth));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser, int depth) throws IOException, JsonRejected {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth));
        }
        return items;
    }

    private static JsonRejected duplicate(JsonParser parser) {
        return new JsonRejected(
                ErrorCode.JSON_DUPLICATE_KEY,
                "The member at " + place(parser.currentTokenLocation()) + " is already in its object.");
    }

    private static JsonRejected malformed(String what, @Nullable JsonLocation location) {
        String where = location == null ? "an unknown place" : place(location);
        return new JsonRejected(ErrorCode.JSON_MALFORMED, "At " + where + ": " + what + ".");
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
