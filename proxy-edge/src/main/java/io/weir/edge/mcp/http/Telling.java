package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Message;
import java.util.Optional;

/** What of the messages of a server a client is told, before they are reported and go on. For one exchange. */
interface Telling {

    /** All of them, as they are: client and server speak the same era. */
    Telling AS_IT_IS = new Telling() {
        @Override
        public Optional<Message> toClient(Message told) {
            return Optional.of(told);
        }

        @Override
        public int status(int status, Message told) {
            return status;
        }

        @Override
        public Optional<String> unanswered() {
            return Optional.empty();
        }
    };

    /** A message in the client's words; empty if the client's revision has nothing of the kind. */
    Optional<Message> toClient(Message told);

    /** The status of an answer that is one message. */
    int status(int status, Message told);

    /** What the client is told where a stream ends without the answer; empty where it may come back for it. */
    Optional<String> unanswered();
}
