package io.weir.scanapi.http;

import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the HTTP server refuses before any route is asked: broken request lines, headers that are too large. It
 * says no more than the status, since the server's own page would quote the request.
 */
public final class ServerErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ErrorCode code = status >= 500 ? ErrorCode.INTERNAL : ErrorCode.REQUEST_INVALID;
        String detail = "The HTTP server refused the request with status " + status + ".";
        Problem catalogued = Problem.of(code, detail, null, null);
        Problem problem = new Problem(
                catalogued.type(),
                catalogued.title(),
                status,
                detail,
                catalogued.code(),
                catalogued.fix(),
                null,
                catalogued.reason(),
                detail,
                null);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        return true;
    }
}
