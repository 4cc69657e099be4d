package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingAnswer.Side;
import java.util.ArrayList;
import java.util.List;

/** Cuts a full-duplex body into messages that no proxy finds too large. */
final class StreamedPieces {

    private static final int PIECE_BYTES = 64 << 10;

    private StreamedPieces() {}

    /** At least one, and the last one says whether the message ends with it. */
    static List<ProcessingAnswer> of(Side side, ByteString bytes, boolean last) {
        List<ProcessingAnswer> pieces = new ArrayList<>();
        int start = 0;
        do {
            int end = Math.min(bytes.size(), start + PIECE_BYTES);
            pieces.add(ProcessingAnswer.bodyStreamed(side, bytes.substring(start, end), last && end == bytes.size()));
            start = end;
        } while (start < bytes.size());
        return pieces;
    }
}
