package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question as Envoy asks it with {@code with_request_body} and {@code pack_as_bytes}. */
final class Checks {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final AttributeContext.HttpRequest.Builder http = AttributeContext.HttpRequest.newBuilder();

    private Checks(String method, String path) {
        http.setMethod(method).setScheme("https").setHost("api.example.com").setPath(path);
        with(":method", method)
                .with(":path", path)
                .with(":authority", "api.example.com")
                .with(":scheme", "https");
    }

    static Checks get(String path) {
        return new Checks("GET", path);
    }

    static Checks post(String contentType, String body) {
        return new Checks("POST", "/v1/notes?to=a")
                .with("content-type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    Checks body(byte[] body) {
        http.setRawBody(ByteString.copyFrom(body));
        return with("content-length", String.valueOf(body.length)).with("x-envoy-auth-partial-body", "false");
    }

    Checks bodyAsText(String body) {
        http.clearRawBody().setBody(body);
        return this;
    }

    Checks with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Checks without(String name) {
        headers.remove(name);
        return this;
    }

    CheckRequest build() {
        http.putAllHeaders(headers);
        return CheckRequest.newBuilder()
                .setAttributes(AttributeContext.newBuilder()
                        .setRequest(AttributeContext.Request.newBuilder().setHttp(http)))
                .build();
    }
}
