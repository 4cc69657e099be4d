package io.weir.edge.mcp.schema;

import io.weir.edge.mcp.message.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites an input schema so that APIs with strict function calling take it, as mcp-guardian does. Constraints are
 * lost and references become strings, so it is for those who ask for it. Rewriting twice changes nothing more.
 */
public final class PlainSchema {

    private static final String ALL_OF = "allOf";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String TYPE = "type";
    private static final String CLOSED = "additionalProperties";
    private static final List<String> CHOICES = List.of("anyOf", "oneOf");

    private static final Set<String> REMOVED = Set.of(
            "format",
            "minLength",
            "maxLength",
            "pattern",
            "contentMediaType",
            "contentEncoding",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "prefixItems",
            "contains",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "patternProperties",
            "dependentRequired",
            "dependentSchemas",
            "propertyNames",
            "unevaluatedProperties",
            "if",
            "then",
            "else",
            "not",
            "$ref",
            "$defs",
            "$id",
            "$anchor",
            "$schema",
            "$comment",
            "$vocabulary",
            "$dynamicRef",
            "$dynamicAnchor",
            "title",
            "examples",
            "readOnly",
            "writeOnly",
            "deprecated",
            "externalDocs",
            "default",
            "additionalProperties",
            "additionalItems");

    private PlainSchema() {}

    /** A page of a server's tools whose input schemas are plain. */
    public static Map<String, @Nullable Object> ofTools(Map<String, @Nullable Object> page) {
        List<Object> tools = new ArrayList<>();
        for (Object tool : Members.list(page.get("tools"))) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(Members.map(tool));
            if (changed.get("inputSchema") instanceof Map<?, ?>) {
                changed.put("inputSchema", root(Members.map(changed.get("inputSchema"))));
            }
            tools.add(changed);
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(page);
        plain.put("tools", tools);
        return plain;
    }

    /** A whole schema, rewritten. */
    public static Map<String, @Nullable Object> root(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> plain = rewritten(schema);
        plain.put(CLOSED, false);
        return plain;
    }

    private static @Nullable Object part(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?>)) {
            return schema; // true and false are schemas too
        }
        Map<String, @Nullable Object> plain = rewritten(Members.map(schema));
        if (!plain.containsKey(TYPE) && CHOICES.stream().noneMatch(plain::containsKey)) {
            plain.put(TYPE, "string");
        }
        return plain;
    }

    private static Map<String, @Nullable Object> rewritten(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(flattened(schema));
        plain.keySet().removeAll(REMOVED);
        CHOICES.forEach(choice -> plain.computeIfPresent(choice, (name, parts) -> parts(parts)));
        plain.computeIfPresent("items", (name, items) -> items instanceof List<?> ? parts(items) : part(items));
        if ("object".equals(plain.get(TYPE)) || plain.containsKey(PROPERTIES)) {
            close(plain);
        }
        return plain;
    }

    private static void close(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        Members.map(object.get(PROPERTIES)).forEach((name, schema) -> properties.put(name, part(schema)));
        if (!(object.get(TYPE) instanceof List<?>)) {
            object.put(TYPE, "object");
        }
        object.put(PROPERTIES, properties);
        object.put(CLOSED, false);
        object.putIfAbsent(REQUIRED, List.copyOf(properties.keySet()));
    }

    private static List<@Nullable Object> parts(@Nullable Object schemas) {
        List<@Nullable Object> plain = new ArrayList<>();
        Members.list(schemas).forEach(schema -> plain.add(part(schema)));
        return plain;
    }

    /**
     * The schema with what all of its parts say: properties merged, required names united, else the first that says it.
     */
    private static Map<String, @Nullable Object> flattened(Map<String, @Nullable Object> schema) {
        if (!(schema.get(ALL_OF) instanceof List<?> parts)) {
            return schema;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(schema);
        merged.remove(ALL_OF);
        for (Object part : parts) {
            flattened(Members.map(part)).forEach((name, value) -> merge(merged, name, value));
        }
        return merged;
    }

    private static void merge(Map<String, @Nullable Object> merged, String name, @Nullable Object value) {
        if (name.equals(PROPERTIES)) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>(Members.map(merged.get(PROPERTIES)));
            properties.putAll(Members.map(value));
            merged.put(PROPERTIES, properties);
        } else if (name.equals(REQUIRED)) {
            Set<Object> required = new LinkedHashSet<>(Members.list(merged.get(REQUIRED)));
            required.addAll(Members.list(value));
            merged.put(REQUIRED, List.copyOf(required));
        } else {
            merged.putIfAbsent(name, value);
        }
    }
}
