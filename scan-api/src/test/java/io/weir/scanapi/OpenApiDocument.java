package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published document, and its schemas for answers: a member that the document does not list fails. */
public final class OpenApiDocument {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** The document on the class path. */
    public static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/io/weir/schemas/openapi.json")) {
            return new OpenApiDocument(Json.mapper()
                    .readTree(Objects.requireNonNull(in, "no openapi.json").readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode node() {
        return document;
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** Checks a value against one of the document's schemas. */
    public void assertValid(String schemaName, JsonNode value) {
        assertThat(schema(schemaName).isObject()).as("schema " + schemaName).isTrue();
        assertThat(strict(schemaName).validate(value))
                .as(schemaName + ": " + value)
                .isEmpty();
    }

    /** As the other, for text. */
    public void assertValid(String schemaName, String json) {
        try {
            assertValid(schemaName, Json.mapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    private Schema strict(String schemaName) {
        ObjectNode root = Json.mapper().createObjectNode();
        JsonNode definitions = document.at("/components/schemas").deepCopy();
        definitions.forEach(OpenApiDocument::close);
        root.set("$defs", definitions);
        root.put("$ref", "#/$defs/" + schemaName);
        String text = root.toString().replace("#/components/schemas/", "#/$defs/");
        return REGISTRY.getSchema(text);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
    }
}
