package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.envoy.wire.BodyMode;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingAnswer.Side;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/** Says in the terms of a body mode what goes on of a response. Used by one thread at a time. */
final class ResponseWriter {

    private final ResponseHead head;
    private final HttpFields told;
    private final BodyMode mode;
    private boolean headIsAnswered;
    private boolean bodyIsAnswered;

    ResponseWriter(ResponseHead head, HttpFields told, BodyMode mode) {
        this.head = head;
        this.told = told;
        this.mode = mode;
    }

    /** Whether the agent has the head already. */
    boolean hasBegun() {
        return bodyIsAnswered || (headIsAnswered && !waitsForBody());
    }

    /** Whether the head can still be made to fit another body. */
    boolean canReplace() {
        return !hasBegun() || (!bodyIsAnswered && !head.isCoded());
    }

    private boolean waitsForBody() {
        return mode == BodyMode.BUFFERED || mode == BodyMode.BUFFERED_PARTIAL;
    }

    /** The head goes on, and in modes that keep it back waits for the body. */
    List<ProcessingAnswer> head() {
        return List.of(head(head.telling(told)));
    }

    /** These bytes of the body go on as they came; the head, where it has not been answered, before them. */
    List<ProcessingAnswer> body(ByteString bytes, boolean last) {
        if (mode == BodyMode.FULL_DUPLEX_STREAMED) {
            return streamed(head.telling(told), bytes, last);
        }
        bodyIsAnswered = true;
        return List.of(ProcessingAnswer.bodyAsShown(Side.RESPONSE, HeaderChange.NONE));
    }

    /** These bytes go on in place of the whole body. */
    List<ProcessingAnswer> replaced(ByteString bytes, boolean last) {
        HeaderChange change = head.tellingOfOther(told, bytes.size());
        if (mode == BodyMode.FULL_DUPLEX_STREAMED) {
            return streamed(change, bytes, last);
        }
        bodyIsAnswered = true;
        HeaderChange fitting = waitsForBody() ? change : HeaderChange.NONE;
        return List.of(ProcessingAnswer.bodyReplaced(Side.RESPONSE, fitting, bytes.toByteArray()));
    }

    private List<ProcessingAnswer> streamed(HeaderChange change, ByteString bytes, boolean last) {
        List<ProcessingAnswer> answers = new ArrayList<>();
        if (!headIsAnswered) {
            answers.add(head(change));
        }
        answers.addAll(StreamedPieces.of(Side.RESPONSE, bytes, last));
        bodyIsAnswered = true;
        return answers;
    }

    private ProcessingAnswer head(HeaderChange change) {
        headIsAnswered = true;
        return ProcessingAnswer.headers(Side.RESPONSE, change);
    }
}
