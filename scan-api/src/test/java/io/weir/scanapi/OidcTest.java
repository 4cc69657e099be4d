package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Logins by an identity provider that nobody here shares code with, over HTTP. */
class OidcTest {

    private static final Map<String, String> KEYS =
            Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "an operator's long token");

    @TempDir
    private Path folder;

    private IdentityProvider provider;
    private CodeApi node;
    private ConsoleBrowser browser;

    @BeforeEach
    void start() throws IOException {
        provider = new IdentityProvider();
        node = CodeApi.start(folder, settings(), KEYS);
        browser = new ConsoleBrowser(node.api);
    }

    @AfterEach
    void stop() {
        node.close();
        provider.close();
    }

    @Test
    void aPersonOfTheRightGroupLogsInAndDecides() throws Exception {
        // Given
        String approvalId = node.held(5);

        // When
        Map<String, String> asked = begin();
        HttpResponse<String> back = comeBack(asked, claims -> {});

        // Then
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        assertThat(browser.cookies).containsOnlyKeys("weir_login");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "weir")
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://weir.example/api/auth/oidc/callback");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(exchanged("code_verifier").getBytes(StandardCharsets.US_ASCII));
        assertThat(asked)
                .containsEntry(
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        assertThat(provider.exchanged)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "the-code");
        assertThat(new String(
                        Base64.getDecoder().decode(exchanged("authorization").substring("Basic ".length())),
                        StandardCharsets.UTF_8))
                .isEqualTo("weir:the+secret+of+the+client");
        assertThat(browser.step(approvalId, "approve").statusCode()).isEqualTo(303);
        assertThat(browser.open("/console/approvals/" + approvalId).body()).contains("by ann@example.com");
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("ALLOW");
    }

    @ParameterizedTest
    @CsvSource({
        "on-call, true, 200",
        "auditors, false, 200",
        "on-call+auditors, true, 200",
        "strangers, false, 302",
        "'', false, 302"
    })
    void theGroupSaysWhatAPersonMayDo(String groups, boolean decides, int status) {
        node.held(5);

        comeBack(begin(), claims -> claims.put("groups", List.of(groups.split("\\+"))));

        HttpResponse<String> page = browser.open("/console");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body().contains("Approve</button>")).isEqualTo(decides);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("signed by a stranger", provider -> provider.strangersKey = true),
                bad("not signed", provider -> provider.algorithm = "none"),
                bad("signed with the public key as a secret", provider -> provider.algorithm = "HS256"),
                bad("of another issuer", provider -> provider.claims.put("iss", "https://other.example")),
                bad("for another client", provider -> provider.claims.put("aud", "other")),
                bad("for several, made for nobody", provider -> provider.claims.put("aud", List.of("weir", "other"))),
                bad("made for another", provider -> {
                    provider.claims.put("aud", List.of("weir", "other"));
                    provider.claims.put("azp", "other");
                }),
                bad("of another login", provider -> provider.claims.put("nonce", "other")),
                bad("of no login", provider -> provider.claims.remove("nonce")),
                bad("expired", provider -> provider.claims.put("exp", 1_795_000_000)),
                bad("without an end", provider -> provider.claims.remove("exp")),
                bad("about nobody", provider -> provider.claims.remove("sub")));
    }

    private static Arguments bad(String what, Consumer<IdentityProvider> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aTokenThatIsNotOursLogsNobodyIn(String what, Consumer<IdentityProvider> change) {
        HttpResponse<String> refused = comeBack(begin(), claims -> change.accept(provider));

        assertThat(refused.statusCode()).as(what).isEqualTo(403);
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForLogsNobodyIn() {
        Map<String, String> asked = begin();
        ConsoleBrowser other = new ConsoleBrowser(node.api);
        String callback = "/api/auth/oidc/callback?code=the-code&state=";

        assertThat(other.open(callback + asked.get("state")).statusCode()).isEqualTo(403);
        assertThat(browser.open(callback + "guessed").statusCode()).isEqualTo(403);
        // The attempt is over: its state is not good for another try.
        assertThat(browser.open(callback + asked.get("state")).statusCode()).isEqualTo(403);
        assertThat(provider.exchanged).isEmpty();
    }

    @Test
    void aLoginThatTakesTooLongIsOver() {
        Map<String, String> asked = begin();
        node.api.clock.advance(Duration.ofMinutes(11));

        assertThat(comeBack(asked, claims -> {}).statusCode()).isEqualTo(403);
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotBelieved() {
        provider.calledItself = "https://other.example";

        assertThat(browser.open("/api/auth/oidc/start").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "authorization_endpoint,''",
        "authorization_endpoint,/authorize",
        "authorization_endpoint,javascript:alert(1)",
        "token_endpoint,not a url",
        "token_endpoint,http://%",
        "token_endpoint,ftp://provider.example/token",
        "jwks_uri,http:keys",
        "jwks_uri,https:///keys"
    })
    void aProviderThatNamesNoUsableAddressLogsNobodyIn(String name, String address) {
        provider.otherwise.put(name, address);

        HttpResponse<String> refused = browser.open("/api/auth/oidc/start");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("You are not logged in", name);
    }

    @Test
    void namesThatCouldBeThoseOfOthersAreMarked() {
        String approvalId = node.held(5);
        comeBack(begin(), claims -> claims.put("email", "operator"));
        browser.step(approvalId, "approve");

        assertThat(browser.open("/console/approvals/" + approvalId).body()).contains("by oidc:operator");
    }

    @Test
    void isNotThereWhereItIsNotSet() throws IOException {
        try (CodeApi off = CodeApi.start(folder.resolve("off"), Map.of("approvals.code_delivery", "none"), KEYS)) {
            assertThat(off.api.get("/api/auth/oidc/start").statusCode()).isEqualTo(404);
            assertThat(off.api.get("/console/login").body()).doesNotContain("oidc");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "oidc.issuer, http://provider.example",
        "oidc.redirect_url, http://weir.example/callback",
        "oidc.groups, on-call=boss",
        "oidc.groups, ''",
        "oidc.client_id, ''",
        "oidc.tenant, a|b"
    })
    void settingsThatCannotBeSafeAreRefused(String name, String value) {
        Map<String, String> settings = settings();
        settings.put(name, value);

        assertThatThrownBy(() ->
                        CodeApi.start(folder.resolve("bad"), settings, KEYS).close())
                .hasMessageContaining("oidc");
    }

    /** Begins a login; what the provider's page is asked with. */
    private Map<String, String> begin() {
        HttpResponse<String> sent = browser.open("/api/auth/oidc/start");
        String page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(page).startsWith(provider.issuer() + "/authorize?");
        Map<String, String> asked = new HashMap<>();
        for (String pair : page.substring(page.indexOf('?') + 1).split("&")) {
            String[] sides = pair.split("=", 2);
            asked.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return asked;
    }

    /** The provider sends the person back, with a good token but for the change. */
    private HttpResponse<String> comeBack(Map<String, String> asked, Consumer<Map<String, Object>> change) {
        long now = node.api.clock.instant().getEpochSecond();
        provider.claims.put("iss", provider.issuer());
        provider.claims.put("aud", IdentityProvider.CLIENT);
        provider.claims.put("sub", "00u1a2b3");
        provider.claims.put("iat", now);
        provider.claims.put("exp", now + 300);
        provider.claims.put("nonce", asked.get("nonce"));
        provider.claims.put("email", "ann@example.com");
        provider.claims.put("groups", List.of("on-call"));
        change.accept(provider.claims);
        return browser.open("/api/auth/oidc/callback?code=the-code&state=" + asked.get("state"));
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "approvals.code_delivery", "none",
                "oidc.issuer", provider.issuer(),
                "oidc.client_id", IdentityProvider.CLIENT,
                "oidc.client_secret", IdentityProvider.SECRET,
                "oidc.redirect_url", "https://weir.example/api/auth/oidc/callback",
                "oidc.groups", "on-call=reviewer,auditors=auditor",
                "oidc.tenant", "acme"));
    }

    private String exchanged(String name) {
        return Objects.requireNonNull(provider.exchanged.get(name));
    }
}
