package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.edge.inbound.CredentialFile;
import io.weir.edge.inbound.CredentialKey;
import io.weir.edge.inbound.InboundRoute;
import io.weir.edge.inbound.InboundRoutes;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundRouteTest {

    private static final String TOKEN = "wr_inbound_of-the-tests";
    private static final String SECRET = "Bearer upstream-s3cret";

    @TempDir
    private Path folder;

    private FakeScanApi scanApi;
    private RawUpstream upstream;
    private TestGateway gateway;
    private CredentialFile credentials;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
        credentials = new CredentialFile(
                folder.resolve("credentials.json"),
                CredentialKey.of(Secret.of("k".repeat(32)), folder.resolve("none")));
        credentials.put("crm", Map.of("Authorization", SECRET, "X-Account", "4711-account"));
        write("active: true");
        gateway = TestGateway.start(
                scanApi.url(),
                Map.of(
                        "inbound.routes_file",
                        folder.resolve("routes.yaml").toString(),
                        "inbound.credentials_file",
                        folder.resolve("credentials.json").toString(),
                        "inbound.key",
                        "k".repeat(32)));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
        scanApi.close();
    }

    private void write(String more) throws IOException {
        Files.writeString(
                folder.resolve("routes.yaml"), """
                    routes:
                      - prefix: crm
                        upstream: http://%s/v2
                        callers: [%s]
                        credential: crm
                        agent_id: support
                        methods: [get, POST]
                        paths: ["/contacts/*", "/notes/**"]
                        %s
                    """.formatted(upstream.authority(), InboundRoute.digest(TOKEN), more));
    }

    private String call(String method, String path, String... headerLines) throws IOException {
        String headers = headerLines.length == 0
                ? "Authorization: Bearer " + TOKEN + "\r\n"
                : String.join("\r\n", headerLines) + "\r\n";
        return gateway.raw(
                method + " /inbound/" + path + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @Test
    void callsTheUpstreamWithCredentialsThatNobodyElseSees() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nX-Echo: " + SECRET + "\r\nContent-Length: 0\r\n\r\n");

        String answer = call("GET", "crm/contacts/7?full=%2F1");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Interven-Decision: ALLOW", "X-Interven-Trace-Id");
        assertThat(answer).doesNotContain("s3cret", "4711");
        assertThat(upstream.onlyRequest().requestLine()).isEqualTo("GET /v2/contacts/7?full=%2F1 HTTP/1.1");
        assertThat(upstream.onlyRequest().headers("Authorization")).containsExactly(SECRET);
        assertThat(upstream.onlyRequest().headers("X-Account")).containsExactly("4711-account");
        assertThat(upstream.onlyRequest().headerLines()).noneMatch(line -> line.contains(TOKEN));
        assertThat(scanApi.onlyCall().url()).isEqualTo("http://" + upstream.authority() + "/v2/contacts/7?full=%2F1");
        assertThat(scanApi.onlyCall().agentId()).isEqualTo("support");
        assertThat(Json.text(scanApi.onlyCall())).doesNotContain("s3cret", "4711", TOKEN);
    }

    @Test
    void doesNotLetTheCallerSetWhatTheRouteSets() throws Exception {
        call("GET", "crm/contacts/7", "X-Weir-Inbound-Token: " + TOKEN, "x-account: other", "Authorization: mine");

        assertThat(upstream.onlyRequest().headers("X-Account")).containsExactly("4711-account");
        assertThat(upstream.onlyRequest().headers("Authorization")).containsExactly(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer other",
                "Authorization: Basic " + TOKEN,
                "X-A: b",
                "X-Weir-Inbound-Token: wr",
            })
    void servesOnlyCallersOfTheRoute(String header) throws Exception {
        assertThat(call("GET", "crm/contacts/7", header))
                .startsWith("HTTP/1.1 401")
                .contains("INVALID_KEY");
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void doesNotTellWhichPrefixesThereAre() throws Exception {
        String known = call("GET", "crm/contacts/7", "Authorization: Bearer other");
        String unknown = call("GET", "erp/contacts/7", "Authorization: Bearer other");

        assertThat(body(unknown)).isEqualTo(body(known));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    crm/contacts/7,              200",
        "GET,    crm/notes/,                  403",
        "GET,    crm/notes/1/2/3,             200",
        "get,    crm/contacts/7,              200",
        "DELETE, crm/contacts/7,              403",
        "GET,    crm/contacts,                403",
        "GET,    crm/contacts/7/mail,         403",
        "GET,    crm/other,                   403",
        "GET,    crm/notes/../admin,          403",
        "GET,    crm/notes/%2e%2e/admin,      403",
        "GET,    crm/contacts/a%2Fb,          403",
        "GET,    crm//contacts/7,             403",
        "GET,    crm/notes/a;b,               403",
        "GET,    crm,                         403",
    })
    void permitsOnlyTheRoutesMethodsAndPaths(String method, String path, int status) throws Exception {
        assertThat(call(method, path)).startsWith("HTTP/1.1 " + status);
        assertThat(upstream.requests()).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"DENY, 403, CALL_DENIED", "REQUIRE_APPROVAL, 202, APPROVAL_REQUIRED"})
    void answersDecisionsAsTheProtocolDoes(Decision decision, int status, String code) throws Exception {
        scanApi.deciding(decision);

        assertThat(call("GET", "crm/contacts/7"))
                .startsWith("HTTP/1.1 " + status)
                .contains(code, "X-Interven-Decision: " + decision, "X-Interven-Reasons: PII_EGRESS");
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void failsClosedUnlessTheRouteIsSaidToBeOpen() throws Exception {
        scanApi.kill();
        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 503").contains("X-Weir-Fail-Mode: closed");

        write("fails_open: true");
        Files.setLastModifiedTime(folder.resolve("routes.yaml"), FileTime.fromMillis(1));
        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 200").contains("X-Weir-Fail-Mode: open");
    }

    @Test
    void answers502OnceTheCredentialIsRevoked() throws Exception {
        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 200");
        credentials.revoke("crm");

        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 502").contains("CREDENTIAL_UNAVAILABLE");
        assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void followsTheFileAndKeepsTheRoutesWhereItIsBroken() throws Exception {
        Files.writeString(folder.resolve("routes.yaml"), "routes: [{prefix: crm}]");
        Files.setLastModifiedTime(folder.resolve("routes.yaml"), FileTime.fromMillis(1));
        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 200");

        write("active: false");
        Files.setLastModifiedTime(folder.resolve("routes.yaml"), FileTime.fromMillis(2));
        assertThat(call("GET", "crm/contacts/7")).startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prefix: 'a b'        | a prefix has",
                "upstream: ftp://x/   | upstream is a URL",
                "upstream: http://x/?q=1 | upstream is a URL",
                "callers: [secret]    | weir inbound token",
                "callers: []          | weir inbound token",
                "paths: [x]           | begins with a slash",
                "paths: ['/**/x']     | at the end",
                "methodes: [GET]      | methodes",
            })
    void refusesRoutesThatCannotBeMeant(String line, String problem) throws Exception {
        String key = line.substring(0, line.indexOf(':') + 1);
        StringBuilder route = new StringBuilder("routes:\n  - " + line + "\n");
        for (String other : new String[] {"prefix: a", "upstream: http://x/", "callers: [" + "0".repeat(64) + "]"}) {
            if (!other.startsWith(key)) {
                route.append("    ").append(other).append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("bad.yaml"), route);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundRoutes.read(file))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"true, [gone]", "false, upstream-value"})
    void guardsResponsesWhereTheRouteSaysSo(boolean guards, String body) throws Exception {
        scanApi.guarding("upstream-value", "IGNORE");
        write("guards_responses: " + guards);
        Files.setLastModifiedTime(folder.resolve("routes.yaml"), FileTime.fromMillis(1));
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 14\r\n\r\nupstream-value");

        assertThat(body(call("GET", "crm/contacts/7"))).isEqualTo("\r\n\r\n" + body);
    }
}
