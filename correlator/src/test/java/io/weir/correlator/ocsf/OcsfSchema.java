package io.weir.correlator.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weir.platform.json.Json;
import io.weir.testkit.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The JSON Schema of one OCSF class, from the folder beside the repository. */
final class OcsfSchema {

    private final Schema schema;

    private OcsfSchema(Schema schema) {
        this.schema = schema;
    }

    /** The schema of a class; skips the test where the folder is absent. */
    static OcsfSchema require(String className) throws IOException {
        String text = Files.readString(SharedFolder.require("ocsf/1.8.0/jsonschema/" + className + ".json"));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return new OcsfSchema(registry.getSchema(text));
    }

    void assertValid(Map<String, Object> event) {
        assertThat(schema.validate(Json.mapper().valueToTree(event))).isEmpty();
    }
}
