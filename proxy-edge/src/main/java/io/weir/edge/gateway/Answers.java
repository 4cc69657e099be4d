package io.weir.edge.gateway;

import io.weir.edge.enforce.HeldCallProblem;
import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers that the gateway gives itself. */
final class Answers {

    private Answers() {}

    /** A problem. */
    static void problem(Response response, ErrorCode code, String detail) throws IOException {
        write(response, code.status(), "application/problem+json", Json.bytes(Problem.of(code, detail, null, null)));
    }

    /** A problem that comes from a decision. */
    static void problem(Response response, ErrorCode code, String detail, ScanAnswer answer) throws IOException {
        HeldCallProblem problem = HeldCallProblem.of(Problem.of(code, detail, null, null), answer);
        write(response, code.status(), "application/problem+json", Json.bytes(problem));
    }

    /** A problem with a request that is not even HTTP as we take it; Jetty has set the status. */
    static boolean malformedRequest(Request request, Response response, Callback callback) throws IOException {
        ErrorCode code = response.getStatus() < 500 ? ErrorCode.REQUEST_INVALID : ErrorCode.INTERNAL;
        Problem problem = Problem.of(code, "The request is not valid HTTP/1.1, or its head is too large.", null, null);
        write(response, response.getStatus(), "application/problem+json", Json.bytes(problem));
        callback.succeeded();
        return true;
    }

    /** A JSON document. */
    static void json(Response response, int status, Object body) throws IOException {
        write(response, status, "application/json", Json.bytes(body));
    }

    /** A text. */
    static void text(Response response, String contentType, String body) throws IOException {
        write(response, 200, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Response response, int status, String contentType, byte[] body) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean bodyless = response.getRequest().getMethod().equals("HEAD");
        Content.Sink.write(response, true, ByteBuffer.wrap(bodyless ? new byte[0] : body));
    }
}
