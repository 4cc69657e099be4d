package io.weir.scanapi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weir.engine.policy.pack.PolicyPacks;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs fit the schema that editors read. */
class PackSchemaTest {

    @ParameterizedTest
    @MethodSource("io.weir.engine.policy.pack.PolicyPacks#names")
    void fitsTheSchema(String pack) throws IOException {
        JsonNode policy = new YAMLMapper().readTree(PolicyPacks.text(pack));

        assertThat(schema().validate(policy)).isEmpty();
        assertThat(schema().validate(Json.mapper().readTree("{\"name\":\"p\",\"rules\":[{\"acton\":\"DENY\"}]}")))
                .isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = ScanAnswer.class.getResourceAsStream("/io/weir/schemas/policy.schema.json")) {
            JsonNode document = Json.mapper().readTree(Objects.requireNonNull(in));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(document);
        }
    }
}
