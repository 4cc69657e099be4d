package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.client.ScanFailure;
import io.weir.edge.call.MediaType;
import io.weir.edge.enforce.ResponseReporter;
import io.weir.edge.response.ReportLimits;
import io.weir.edge.response.ReportSink;
import io.weir.edge.response.ResponseReport;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.word.Decision;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Reports a response, and says what becomes of it. What is longer than one part can be held back, but not redacted: its
 * parts overlap, and the beginning has gone. Used by one thread at a time.
 */
final class ResponseGuard implements ReportSink, AutoCloseable {

    private final ResponseReporter reporter;
    private final ResponseReport report;
    private final MediaType type;
    private final boolean guards;
    private @Nullable Object reported;
    private int parts;

    ResponseGuard(HttpFields headers, ReportLimits limits, ResponseReporter reporter, boolean guards) {
        this.reporter = reporter;
        this.report = new ResponseReport(headers, limits, this);
        this.type = MediaType.of(headers.get("Content-Type"));
        this.guards = guards;
    }

    /** The report that pieces are taken to. */
    ResponseReport report() {
        return report;
    }

    @Override
    public void report(Object body) throws ScanFailure, InterruptedException {
        reporter.report(body);
        reported = body;
        parts++;
    }

    @Override
    public void finished(long unreadBytes) {
        reporter.finished(unreadBytes);
    }

    /** The answer to the newest part, if it is to be held back or redacted; empty if it may go on as it is. */
    Optional<ResponseScanAnswer> objection() {
        return guards ? reporter.answer().filter(answer -> answer.decision() != Decision.ALLOW) : Optional.empty();
    }

    /** The redacted body; empty if there is none that says the same as the body without what must go. */
    Optional<ByteString> redacted(ResponseScanAnswer answer) {
        Object sanitized = answer.sanitizedBody();
        if (answer.decision() != Decision.SANITIZE
                || parts != 1
                || sanitized == null
                || Objects.equals(sanitized, reported)) {
            return Optional.empty();
        }
        if (sanitized instanceof String text) {
            Charset charset = type.charset();
            // A text in the place of JSON could be a JSON string or one that is not JSON at all.
            return charset == null || type.isJson()
                    ? Optional.empty()
                    : Optional.of(ByteString.copyFrom(text.getBytes(charset)));
        }
        return type.isJson() ? Optional.of(ByteString.copyFrom(Json.bytes(sanitized))) : Optional.empty();
    }

    @Override
    public void close() {
        report.close();
    }
}
