package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a clear 4xx, it holds nothing of the body, and the service goes on. */
class BadInputTest {

    private static final String MARK = "SECRETMARK";
    private static final String GOOD = "{\"method\":\"GET\",\"url\":\"https://ok.example/\"}";

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("body_bytes_max", "65536", "body_millis_max", "500"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void theServiceGoesOn() {
        api.events.drain();
        assertThat(api.scan(GOOD).statusCode()).isEqualTo(200);
        assertThat(api.events.drain()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing                    | ``                                            | JSON_MALFORMED
            a word                     | SECRETMARK                                    | JSON_MALFORMED
            an open object             | {"method":"SECRETMARK"                        | JSON_MALFORMED
            an open string             | {"method":"SECRETMARK                         | JSON_MALFORMED
            text after the value       | {"method":"GET","url":"a:b"} SECRETMARK       | JSON_MALFORMED
            a second value             | {"method":"GET","url":"a:b"}{"SECRETMARK":1}  | JSON_MALFORMED
            NaN                        | {"method":"GET","url":"a:b","body":NaN}       | JSON_MALFORMED
            a huge exponent            | {"method":"GET","url":"a:b","body":1e999999999} | JSON_MALFORMED
            a member twice             | {"method":"GET","method":"SECRETMARK"}        | JSON_DUPLICATE_KEY
            a member of the body twice | {"method":"GET","url":"a:b","body":{"SECRETMARK":1,"SECRETMARK":2}} | JSON_DUPLICATE_KEY
            an array                   | ["SECRETMARK"]                                | REQUEST_INVALID
            null                       | null                                          | REQUEST_INVALID
            a string                   | "SECRETMARK"                                  | REQUEST_INVALID
            no members                 | {}                                            | REQUEST_INVALID
            no url                     | {"method":"GET"}                              | REQUEST_INVALID
            a null method              | {"method":null,"url":"a:b"}                   | REQUEST_INVALID
            a blank method             | {"method":" ","url":"a:b"}                    | REQUEST_INVALID
            a number as method         | {"method":5,"url":"a:b"}                      | REQUEST_INVALID
            a method with blanks       | {"method":"GET SECRETMARK","url":"a:b"}       | REQUEST_INVALID
            a list as url              | {"method":"GET","url":["SECRETMARK"]}         | REQUEST_INVALID
            a relative url             | {"method":"GET","url":"/SECRETMARK"}          | REQUEST_INVALID
            headers as list            | {"method":"GET","url":"a:b","headers":["SECRETMARK"]} | REQUEST_INVALID
            a header that is a number  | {"method":"GET","url":"a:b","headers":{"SECRETMARK":1}} | REQUEST_INVALID
            an agent that is an object | {"method":"GET","url":"a:b","agent_id":{"x":"SECRETMARK"}} | REQUEST_INVALID
            a session with a line feed | {"method":"GET","url":"a:b","session_id":"SECRETMARK\\n"} | REQUEST_INVALID
            a context that is a number | {"method":"GET","url":"a:b","context":1}      | REQUEST_INVALID
            """)
    void refusesBodies(String name, String body, String code) {
        assertProblem(api.scan(body), 400, code);
    }

    @Test
    void listsEveryFaultAtOnce() {
        HttpResponse<String> response = api.scan("{\"url\":1,\"headers\":[],\"session_id\":2,\"context\":false}");

        assertThat(assertProblem(response, 400, "REQUEST_INVALID").path("problems"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "method: missing",
                        "url: must be a string",
                        "context: must be a string",
                        "headers: must be an object",
                        "session_id: must be a string");
    }

    @Test
    void refusesFieldsThatAreTooLong() {
        HttpResponse<String> response = api.scan(
                "{\"method\":\"" + "A".repeat(33) + "\",\"url\":\"a:b\",\"agent_id\":\"" + "b".repeat(257) + "\"}");

        assertThat(assertProblem(response, 400, "REQUEST_INVALID").path("problems"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "method: has 33 characters, at most 32 are read",
                        "agent_id: has 257 characters, at most 256 are read");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing          | {}                                                          | trace_id: missing
            no body          | {"trace_id":"3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10"}          | response_body: missing
            no UUID          | {"trace_id":"SECRETMARK","response_body":1}                 | trace_id: must be the UUID
            status too small | {"trace_id":"3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10","response_body":1,"response_status":99} | response_status
            status as text   | {"trace_id":"3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10","response_body":1,"response_status":"200"} | response_status
            """)
    void refusesResponses(String name, String body, String fault) {
        HttpResponse<String> response = api.post("/v1/scan/response", body);

        assertThat(assertProblem(response, 400, "REQUEST_INVALID")
                        .path("detail")
                        .asText())
                .contains(fault);
    }

    @Test
    void namesLineAndColumnOfAFault() {
        JsonNode problem = assertProblem(api.scan("{\n \"method\": oops\n}"), 400, "JSON_MALFORMED");

        assertThat(problem.path("detail").asText()).contains("line 2, column 1");
    }

    @Test
    void refusesTenThousandLevels() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertProblem(api.scan("{\"method\":\"GET\",\"url\":\"a:b\",\"body\":" + deep + "}"), 400, "JSON_TOO_DEEP");
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        body[12] = (byte) 0xFF;

        HttpResponse<String> response = api.send(HttpRequest.newBuilder(api.uri("/v1/scan"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(assertProblem(response, 400, "TEXT_NOT_UTF8").path("detail").asText())
                .contains("offset 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=klingon",
                "nonsense"
            })
    void refusesOtherMediaTypes(String contentType) {
        HttpResponse<String> response = api.scan(GOOD, "Content-Type", contentType);

        assertProblem(response, 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON; Charset=\"UTF-8\"",
                "application/json;charset=utf8",
                "application/cloudevents+json; charset=us-ascii"
            })
    void takesJsonInUtf8(String contentType) {
        assertThat(api.scan(GOOD, "Content-Type", contentType).statusCode()).isEqualTo(200);
    }

    @Test
    void takesABodyWithoutContentType() {
        HttpResponse<String> response =
                api.send(HttpRequest.newBuilder(api.uri("/v1/scan")).POST(BodyPublishers.ofString(GOOD)));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesACompressedBody() {
        assertProblem(api.scan(GOOD, "Content-Encoding", "gzip"), 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void saysTheActualSizeOfABodyThatIsTooLarge() {
        HttpResponse<String> response = api.scan(" ".repeat(1 << 20));

        assertThat(assertProblem(response, 413, "PAYLOAD_TOO_LARGE")
                        .path("detail")
                        .asText())
                .isEqualTo("The body has 1048576 bytes; the limit is 65536.");
    }

    @Test
    void saysTheActualSizeOfAChunkedBodyToo() {
        HttpResponse<String> response = chunked(1 << 20);

        assertThat(assertProblem(response, 413, "PAYLOAD_TOO_LARGE")
                        .path("detail")
                        .asText())
                .isEqualTo("The body has 1048576 bytes; the limit is 65536.");
    }

    @Test
    void answersALargeBodyEvenWhereItDoesNotReadIt() {
        assertProblem(api.scan(" ".repeat(4 << 20), "Content-Type", "text/plain"), 415, "MEDIA_TYPE_UNSUPPORTED");
        assertProblem(api.post("/v1/nothing", " ".repeat(4 << 20)), 404, "NOT_FOUND");
    }

    @Test
    void refusesABodyThatTricklesIn() throws IOException {
        ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            trickle.scheduleAtFixedRate(() -> writeOne(out), 0, 50, TimeUnit.MILLISECONDS);

            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();

            assertThat(answer).startsWith("HTTP/1.1 408");
        } finally {
            trickle.shutdownNow();
        }
    }

    private static void writeOne(OutputStream out) {
        try {
            out.write(' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesABodyOfExactlyTheLimitAndRefusesOneByteMore() {
        String padded = GOOD + " ".repeat(65_536 - GOOD.length());

        assertThat(api.scan(padded).statusCode()).isEqualTo(200);
        assertProblem(api.scan(padded + " "), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void refusesUnknownPaths() {
        assertProblem(api.get("/v1/nothing/" + MARK.length()), 404, "NOT_FOUND");
        assertProblem(api.post("/v1/scan/", GOOD), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/scan,POST", "DELETE,/v1/scan/response,POST", "POST,/health,GET", "PUT,/metrics,GET"})
    void refusesOtherMethodsAndSaysWhichItTakes(String method, String path, String allow) {
        HttpResponse<String> response =
                api.send(HttpRequest.newBuilder(api.uri(path)).method(method, BodyPublishers.noBody()));

        assertProblem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).contains(allow);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE-SECRETMARK\r\n\r\n",
                "GET /%zz-SECRETMARK HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\nConnection: close\r\n\r\nSECRETMARK",
                "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nSECRETMARK",
                "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"
            })
    void answersBrokenHttpWithoutRepeatingIt(String request) {
        String answer = api.raw(request.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(MARK, "\tat ", "Jetty", "<html");
    }

    @Test
    void answersHeadersThatAreTooLarge() {
        String answer = api.raw(("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000)
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 431").doesNotContain("xxxxxxxx");
    }

    @Test
    void countsWhatItRefuses() {
        double before = refused("JSON_MALFORMED");

        api.scan("{");

        assertThat(refused("JSON_MALFORMED")).isEqualTo(before + 1);
    }

    private static double refused(String code) {
        return api.metrics
                .registry()
                .get("weir.scan.refused")
                .tag("code", code)
                .counter()
                .count();
    }

    private static HttpResponse<String> chunked(int bytes) {
        return api.send(HttpRequest.newBuilder(api.uri("/v1/scan"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).doesNotContain(MARK, "\tat ", "Exception");
        JsonNode problem = RunningApi.json(response);
        DOCUMENT.assertValid("Problem", problem);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("reason").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("error")).isEqualTo(problem.path("detail"));
        return problem;
    }
}
