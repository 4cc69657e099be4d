package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.IdGuess;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageReader.Parsed;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client gets of what a server answers to one request: told in its words, reported, and then what is left of it.
 */
final class Answered {

    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);

    private final MessageReader messages;
    private final Relay relay;
    private final McpMeters meters;
    private final Words words;
    private boolean complete;

    Answered(MessageReader messages, Relay relay, McpMeters meters, Words words) {
        this.messages = messages;
        this.relay = relay;
        this.meters = meters;
        this.words = words;
    }

    /**
     * How client and server speak with each other.
     *
     * @param request what is answered; null where it is not one request
     * @param telling what of it the client is told
     * @param answerTo answers requests of the server's in the client's place
     */
    record Words(@Nullable Message request, Telling telling, AnswerTo answerTo) {}

    /** Answers a request of the server's in the client's place. */
    @FunctionalInterface
    interface AnswerTo {
        void server(String text) throws InterruptedException;
    }

    /** A body, and the status of HTTP that it goes on with. */
    static final class Body {

        private final int status;
        private final byte[] bytes;

        Body(int status, byte[] bytes) {
            this.status = status;
            this.bytes = bytes;
        }

        int status() {
            return status;
        }

        /** Not to be changed. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** What goes on of a whole answer. */
    Body whole(byte[] bytes, int status) throws InterruptedException {
        try {
            Parsed parsed = messages.read(bytes);
            List<String> passed = new ArrayList<>();
            boolean changed = false;
            for (Message message : parsed.messages()) {
                String text = passed(message);
                if (message.text().equals(text) && words.telling() == Telling.AS_IT_IS) {
                    text = EraGap.named(words.request(), status, message);
                }
                changed |= !message.text().equals(text);
                if (!text.isEmpty()) {
                    passed.add(text);
                }
            }
            int told = words.telling().status(status, parsed.messages().get(0));
            if (!changed) {
                return new Body(told, bytes);
            }
            return new Body(
                    told, utf8(parsed.batch() ? "[" + String.join(",", passed) + "]" : String.join("", passed)));
        } catch (MessageRefused e) {
            return new Body(status, notAMessage(bytes, status, e));
        }
    }

    /** Errors of HTTP may come with any text; a success must be a message. */
    private byte[] notAMessage(byte[] bytes, int status, MessageRefused refused) throws InterruptedException {
        if (status >= 400 && relay.mayPass(new String(bytes, StandardCharsets.UTF_8))) {
            return bytes;
        }
        LOG.warn("event=mcp_message_refused sender=server bytes={} detail=\"{}\"", bytes.length, refused.detail());
        return unreadable(bytes);
    }

    /** What stands in for an answer that cannot be read. */
    byte[] unreadable(byte[] bytes) {
        meters.refused("server");
        return utf8(IdGuess.of(bytes, bytes)
                .flatMap(relay::unreadable)
                .orElseGet(() -> Answer.error(
                        null,
                        RpcError.UPSTREAM,
                        "The server's answer is held back: it is no message that can be read safely.",
                        Map.of())));
    }

    /** What goes on of an event with this data: texts of messages, each as it came or rewritten. */
    List<String> event(String data) throws InterruptedException {
        List<String> passed = new ArrayList<>();
        try {
            for (Message message : messages.read(utf8(data)).messages()) {
                String text = passed(message);
                if (!text.isEmpty()) {
                    passed.add(message.text().equals(text) ? data : text);
                }
            }
        } catch (MessageRefused e) {
            meters.refused("server");
            LOG.warn("event=mcp_message_refused sender=server bytes={} detail=\"{}\"", data.length(), e.detail());
            IdGuess.of(utf8(data), utf8(data)).flatMap(relay::unreadable).ifPresent(passed::add);
        }
        return passed;
    }

    /** What the client is told at the end of a stream that has not brought the answer. */
    Optional<String> missing() {
        return complete ? Optional.empty() : words.telling().unanswered();
    }

    /** The text that goes to the client, or the empty text. */
    private String passed(Message told) throws InterruptedException {
        Optional<Message> message = words.telling().toClient(told);
        if (message.isEmpty()) {
            if (told.kind() == Kind.REQUEST) {
                words.answerTo().server(ModernClient.unasked(told));
            }
            return "";
        }
        complete |= message.get().kind() == Kind.RESPONSE;
        Step step = relay.fromServer(message.get());
        if (step instanceof Step.Forward forward) {
            return forward.text();
        }
        if (step instanceof Step.Reply reply) {
            words.answerTo().server(reply.text());
        }
        return "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
