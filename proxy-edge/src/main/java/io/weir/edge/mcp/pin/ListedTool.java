package io.weir.edge.mcp.pin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.weir.edge.mcp.message.Members;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tool as a server lists it.
 *
 * @param name its name
 * @param digest SHA-256 of the definition with members in the order of their names, without icons and metadata
 * @param parameters names of its parameters at the top level, sorted
 * @param texts everything that a model is shown of it
 */
public record ListedTool(String name, String digest, List<String> parameters, List<String> texts) {

    private static final ObjectWriter SORTED =
            Json.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Copies the lists. */
    public ListedTool {
        parameters = List.copyOf(parameters);
        texts = List.copyOf(texts);
    }

    /** The tool that this definition defines; empty if it has no name. */
    public static Optional<ListedTool> of(@Nullable Object definition) {
        Map<String, @Nullable Object> members = Members.map(definition);
        String name = Members.text(members.get("name"));
        if (name == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> lasting = new LinkedHashMap<>(members);
        lasting.remove("icons");
        lasting.remove("_meta");
        List<String> texts = new ArrayList<>();
        collect(lasting, texts);
        Map<String, ?> properties =
                Members.map(Members.map(members.get("inputSchema")).get("properties"));
        return Optional.of(
                new ListedTool(name, digest(lasting), List.copyOf(new TreeSet<>(properties.keySet())), texts));
    }

    private static void collect(@Nullable Object value, List<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> {
                texts.add(String.valueOf(key));
                collect(member, texts);
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> collect(item, texts));
        }
    }

    private static String digest(Map<String, ?> definition) {
        try {
            byte[] canonical = SORTED.writeValueAsString(definition).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for a definition that was JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
