package io.weir.engine.policy.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads YAML and JSON into trees that know their places. Aliases are refused: they can make a small file huge. */
public final class TreeReader {

    /** Largest file, in UTF-16 units. */
    public static final int LENGTH_MAX = 4 << 20;

    private static final int DEPTH_MAX = 64;
    private static final int NODES_MAX = 500_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();

    private final Problems problems;
    private int nodes;

    private TreeReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a file. One whose name ends in {@code .json} is JSON, in any letter case; all others are YAML.
     *
     * @throws PolicyFileException if it is neither
     */
    public static Node read(String text, Problems problems) {
        boolean json = problems.file().toLowerCase(Locale.ROOT).endsWith(".json");
        return new TreeReader(problems).read(text, json ? JSON : YAML);
    }

    /** The tree of a value that was read elsewhere; it has no places. */
    public static Node of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<Member> members = new ArrayList<>();
            map.forEach((name, member) -> members.add(new Member(String.valueOf(name), Place.NONE, of(member))));
            return new Mapping(Place.NONE, List.copyOf(members));
        }
        if (value instanceof List<?> list) {
            return new Sequence(
                    Place.NONE,
                    list.stream().map(TreeReader::of).map(Node.class::cast).toList());
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return new Scalar(Place.NONE, ((Number) value).longValue());
        }
        return new Scalar(Place.NONE, value instanceof Float number ? number.doubleValue() : value);
    }

    private Node read(String text, JsonFactory factory) {
        if (text.length() > LENGTH_MAX) {
            problems.error(Place.NONE, "the file has more than " + LENGTH_MAX + " characters; part it");
            problems.check();
        }
        try (JsonParser parser = factory.createParser(text)) {
            parser.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            JsonToken first = parser.nextToken();
            Node root = first == null ? new Scalar(new Place(1, 1), null) : node(parser, 0);
            if (parser.nextToken() != null) {
                problems.error(place(parser), "a second document begins here; write one to a file");
            }
            problems.check();
            return root;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot fail to be read", e);
        }
    }

    private Node node(JsonParser parser, int depth) throws IOException {
        Place place = place(parser);
        if (depth > DEPTH_MAX || ++nodes > NODES_MAX) {
            problems.error(place, "the file is nested too deeply, or holds too much");
            throw new PolicyFileException(problems.all());
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.error(place, "aliases are not read; write the value out");
            return new Scalar(place, null);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, place, depth);
            case START_ARRAY -> sequence(parser, place, depth);
            case VALUE_NUMBER_INT ->
                new Scalar(
                        place,
                        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                ? parser.getBigIntegerValue()
                                : (Object) parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, parser.getDoubleValue());
            case VALUE_TRUE -> new Scalar(place, true);
            case VALUE_FALSE -> new Scalar(place, false);
            case VALUE_NULL -> new Scalar(place, null);
            default -> new Scalar(place, parser.getText());
        };
    }

    private Node mapping(JsonParser parser, Place place, int depth) throws IOException {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place where = place(parser);
            if (!names.add(name)) {
                problems.error(where, "'" + name + "' stands twice");
            }
            parser.nextToken();
            members.add(new Member(name, where, node(parser, depth + 1)));
        }
        return new Mapping(place, List.copyOf(members));
    }

    private Node sequence(JsonParser parser, Place place, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new Sequence(place, List.copyOf(items));
    }

    private static Place place(JsonParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    // Of the parser's message only the first line is kept: others quote the file.
    private PolicyFileException unreadable(JsonProcessingException cause) {
        String what = cause.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        JsonLocation location = cause.getLocation();
        problems.error(
                location == null ? Place.NONE : new Place(location.getLineNr(), location.getColumnNr()),
                what.contains("Duplicate field") ? "a name stands twice in one mapping" : what);
        return new PolicyFileException(problems.all());
    }
}
