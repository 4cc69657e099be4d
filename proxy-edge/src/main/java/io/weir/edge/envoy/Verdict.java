package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.enforce.ScannedCall;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.LocalAnswer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** What becomes of a call. */
sealed interface Verdict {

    /**
     * It goes on.
     *
     * @param call as its response is reported
     * @param redacted what goes on in place of its body; empty for the body itself
     * @param change what becomes of its headers
     * @param told headers that the agent gets with the response
     */
    record Pass(ScannedCall call, Optional<ByteString> redacted, HeaderChange change, HttpFields told)
            implements Verdict {}

    /**
     * It goes no further.
     *
     * @param answer what the agent gets
     */
    record Stop(LocalAnswer answer) implements Verdict {}
}
