package io.weir.scanapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider on a free port, written after OpenID Connect Core and RFC 7517 without the library that Weir
 * checks tokens with. What it puts into tokens can be changed.
 */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "weir";
    static final String SECRET = "the secret of the client";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    // Made once: finding the primes of a pair takes seconds on a busy machine.
    private static final KeyPair OWN = keyPair();
    private static final KeyPair STRANGERS = keyPair();

    /** Claims of the next token; each may be replaced, or removed by null. */
    final Map<String, Object> claims = new LinkedHashMap<>();

    /** What else the next token is like. */
    String algorithm = "RS256";

    boolean strangersKey;
    String calledItself;

    /** What its description says otherwise. */
    final Map<String, Object> otherwise = new ConcurrentHashMap<>();

    /** What the token endpoint was sent last. */
    final Map<String, String> exchanged = new ConcurrentHashMap<>();

    private final HttpServer server;

    IdentityProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        calledItself = issuer();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, description()));
        server.createContext("/keys", exchange -> answer(exchange, keys()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>(Map.of(
                "issuer", calledItself,
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys"));
        description.putAll(otherwise);
        return description;
    }

    private Map<String, Object> keys() {
        RSAPublicKey open = (RSAPublicKey) OWN.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "use", "sig",
                        "kid", "one",
                        "n", number(open.getModulus()),
                        "e", number(open.getPublicExponent()))));
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            exchanged.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        exchanged.put(
                "authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        answer(exchange, Map.of("token_type", "Bearer", "access_token", "none", "id_token", idToken()));
    }

    private String idToken() {
        Map<String, Object> present = new LinkedHashMap<>(claims);
        present.values().removeIf(value -> value == null);
        String text = part(Map.of("alg", algorithm, "kid", "one", "typ", "JWT")) + "." + part(present);
        return text + "." + signature(text);
    }

    private String signature(String text) {
        try {
            if (algorithm.equals("none")) {
                return "";
            }
            if (algorithm.equals("HS256")) {
                // The well-known trick: the public key as the secret of a symmetric signature.
                String shared = new String(OWN.getPublic().getEncoded(), StandardCharsets.ISO_8859_1);
                return ENCODER.encodeToString(SlackPress.sign(shared, text));
            }
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign((strangersKey ? STRANGERS : OWN).getPrivate());
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return ENCODER.encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> value) {
        return ENCODER.encodeToString(Json.bytes(value));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] plain = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, plain, 0, plain.length);
        return ENCODER.encodeToString(plain);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Object value) throws IOException {
        byte[] body = Json.bytes(value);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
