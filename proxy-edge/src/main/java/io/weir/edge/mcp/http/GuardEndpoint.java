package io.weir.edge.mcp.http;

import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.message.RpcError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The guard over streamable HTTP, without sessions and streams: each message is answered by itself. */
final class GuardEndpoint {

    private static final int MESSAGE_BYTES_MAX = 1 << 20;

    private final GuardServer guard;
    private final Callers callers;
    private final MessageReader messages = new MessageReader(MESSAGE_BYTES_MAX);

    GuardEndpoint(GuardServer guard, String credential) {
        this.guard = guard;
        this.callers = new Callers(credential);
    }

    void answer(Request request, Response response) throws IOException, InterruptedException {
        if (!request.getMethod().equals("POST")) {
            response.getHeaders().put("Allow", "POST");
            Wire.empty(response, 405);
            return;
        }
        try {
            byte[] body = Request.asInputStream(request).readNBytes(MESSAGE_BYTES_MAX + 1);
            MessageReader.Parsed parsed = messages.read(body);
            Message message = parsed.messages().get(0);
            Optional<String> mismatch = Mirrors.mismatch(request.getHeaders(), message);
            if (parsed.batch() || mismatch.isPresent()) {
                refuse(response, mismatch.orElse("The guard takes no batches."));
                return;
            }
            Optional<String> answer =
                    guard.answer(message, callers.of(request.getHeaders()).agent());
            if (answer.isPresent()) {
                Wire.json(response, 200, answer.get());
            } else {
                Wire.empty(response, 202);
            }
        } catch (MessageRefused e) {
            Wire.json(response, 400, Answer.error(e));
        } catch (CallRefused e) {
            refuse(response, e.detail());
        }
    }

    private static void refuse(Response response, String why) throws IOException {
        Wire.json(response, 400, Answer.error(null, RpcError.HEADER_MISMATCH, why, Map.of()));
    }
}
