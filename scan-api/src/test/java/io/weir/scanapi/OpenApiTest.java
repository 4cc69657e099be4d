package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.health.HealthState;
import io.weir.schemas.access.KeyBounds;
import io.weir.schemas.api.AgentAnswer;
import io.weir.schemas.api.AgentList;
import io.weir.schemas.api.AgentMessage;
import io.weir.schemas.api.ApprovalAnswer;
import io.weir.schemas.api.ApprovalList;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.BatchScanAnswer;
import io.weir.schemas.api.BatchScanResult;
import io.weir.schemas.api.EphemeralKeyAnswer;
import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.api.EvidenceGraph;
import io.weir.schemas.api.IncidentAnswer;
import io.weir.schemas.api.IncidentList;
import io.weir.schemas.api.KeyAnswer;
import io.weir.schemas.api.KeyList;
import io.weir.schemas.api.PostureAnswer;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.api.UsageAnswer;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.PolicyAction;
import io.weir.schemas.word.PostureRule;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiTest {

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void isServedAsItIsPublished() {
        try (RunningApi api = RunningApi.start()) {
            HttpResponse<String> response = api.get("/openapi.json");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningApi.json(response)).isEqualTo(document.node());
            assertThat(document.node().path("openapi").asText()).isEqualTo("3.1.0");
        }
    }

    @Test
    void listsExactlyTheRoutesThatTheServerHas() {
        Set<String> documented = new TreeSet<>();
        document.node()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        try (RunningApi api = RunningApi.start()) {
            assertThat(documented)
                    .containsExactlyInAnyOrderElementsOf(api.routes().stream()
                            .map(route -> route.method().name() + " " + route.path())
                            .toList());
        }
    }

    @Test
    void listsExactlyTheMembersOfTheRecords() {
        Stream.of(
                        ScanRequest.class,
                        ScanAnswer.class,
                        ResponseScanRequest.class,
                        ResponseScanAnswer.class,
                        AgentMessage.class,
                        AgentAnswer.class,
                        AgentList.class,
                        AgentMarks.class,
                        IncidentAnswer.class,
                        IncidentAnswer.IncidentEntry.class,
                        IncidentList.class,
                        IncidentOpening.class,
                        EvidenceAnswer.class,
                        EvidenceGraph.class,
                        EvidenceGraph.EvidenceNode.class,
                        EvidenceGraph.EvidenceEdge.class,
                        AlertRaised.class,
                        Hop.class,
                        RecordPlace.class,
                        Retroactive.class,
                        BatchScanAnswer.class,
                        BatchScanResult.class,
                        ApprovalAnswer.class,
                        ApprovalStatusAnswer.class,
                        ApprovalList.class,
                        ApprovalRequest.class,
                        ToolCall.class,
                        Problem.class,
                        Link.class,
                        Match.class,
                        Span.class,
                        Signal.class,
                        UsageAnswer.class,
                        WhoAmIAnswer.class,
                        KeyAnswer.class,
                        KeyList.class,
                        KeyBounds.class,
                        EphemeralKeyAnswer.class,
                        EphemeralKeyAnswer.CallScope.class,
                        PolicyMatch.class,
                        PostureAnswer.class,
                        PostureAnswer.PostureFinding.class)
                .forEach(record -> assertThat(
                                names(document.schema(record.getSimpleName()).path("properties")))
                        .as(record.getSimpleName())
                        .containsExactlyElementsOf(members(record)));
    }

    @Test
    void listsExactlyTheWordsOfTheEnums() {
        Stream.of(
                        Decision.class,
                        PolicyAction.class,
                        RiskBand.class,
                        ReasonCode.class,
                        DataClass.class,
                        Tier.class,
                        DestinationProvenance.class,
                        ValueKind.class,
                        HealthState.class,
                        Scope.class,
                        Role.class,
                        KeyKind.class,
                        Verb.class,
                        Severity.class,
                        IncidentTrigger.class,
                        IncidentStep.class,
                        PostureRule.class,
                        HopKind.class,
                        EdgeKind.class,
                        ErrorCode.class)
                .forEach(words -> assertThat(
                                document.schema(words.getSimpleName()).path("enum"))
                        .as(words.getSimpleName())
                        .extracting(JsonNode::asText)
                        .containsExactlyElementsOf(Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .toList()));
    }

    @Test
    void hasAnExampleForEachDecision() {
        JsonNode examples =
                document.node().at("/paths/~1v1~1scan/post/responses/200/content/application~1json/examples");

        assertThat(examples)
                .extracting(example -> example.at("/value/decision").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Decision.values()).map(Enum::name).toList());
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        List<JsonNode> contents = document.node().findValues("application/json");
        contents.addAll(document.node().findValues("application/problem+json"));
        int checked = 0;
        for (JsonNode content : contents) {
            String name = content.at("/schema/$ref").asText().replace("#/components/schemas/", "");
            for (JsonNode example : content.path("examples")) {
                document.assertValid(name, example.path("value"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(15);
    }

    @Test
    void hasExamplesOfProblemsThatEqualTheCatalogue() {
        for (JsonNode content : document.node().findValues("application/problem+json")) {
            for (JsonNode example : content.path("examples")) {
                ErrorCode code = ErrorCode.valueOf(example.at("/value/code").asText());
                assertThat(example.at("/value/title").asText()).isEqualTo(code.title());
                assertThat(example.at("/value/fix").asText()).isEqualTo(code.fix());
                assertThat(example.at("/value/status").asInt()).isEqualTo(code.status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/components/schemas/", "/components/responses/", "/components/parameters/"})
    void refersOnlyToWhatItHolds(String place) {
        assertThat(document.node().findValuesAsText("$ref").stream()
                        .filter(reference -> reference.startsWith("#" + place))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.node().at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    private static List<String> members(Class<?> record) {
        return Arrays.stream(record.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                .map(field -> field.getAnnotation(JsonProperty.class).value())
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
