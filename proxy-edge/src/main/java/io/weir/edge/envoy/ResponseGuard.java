package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.client.ScanFailure;
import io.weir.edge.call.MediaType;
import io.weir.edge.enforce.ResponseReporter;
import io.weir.edge.response.PartRuling;
import io.weir.edge.response.ReportLimits;
import io.weir.edge.response.ReportSink;
import io.weir.edge.response.ResponseReport;
import io.weir.platform.json.Json;
import java.nio.charset.Charset;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * Reports a response, and says what becomes of it. What is longer than one part can be held back, but not redacted: its
 * parts overlap, and the beginning has gone. Used by one thread at a time.
 */
final class ResponseGuard implements ReportSink, AutoCloseable {

    private final ResponseReporter reporter;
    private final ResponseReport report;
    private final MediaType type;
    private PartRuling objection = PartRuling.PASS;
    private int parts;

    ResponseGuard(HttpFields headers, ReportLimits limits, ResponseReporter reporter) {
        this.reporter = reporter;
        this.report = new ResponseReport(headers, limits, this);
        this.type = MediaType.of(headers.get("Content-Type"));
    }

    /** The report that pieces are taken to. */
    ResponseReport report() {
        return report;
    }

    @Override
    public PartRuling report(Object body) throws ScanFailure, InterruptedException {
        PartRuling ruling = reporter.report(body);
        // Several parts can be reported before any byte goes on: the first objection counts.
        objection = objection instanceof PartRuling.Pass ? ruling : objection;
        parts++;
        return PartRuling.PASS;
    }

    @Override
    public void finished(long unreadBytes) {
        reporter.finished(unreadBytes);
    }

    /** What was ruled since it was last asked for; to pass it on, if nothing speaks against that. */
    PartRuling ruling() {
        PartRuling ruling = objection;
        objection = PartRuling.PASS;
        return ruling;
    }

    /** The redacted body; empty if there is none that says the same as the body without what must go. */
    Optional<ByteString> redacted(PartRuling ruling) {
        if (!(ruling instanceof PartRuling.Replace replace) || parts != 1) {
            return Optional.empty();
        }
        if (replace.body() instanceof String text) {
            Charset charset = type.charset();
            // A text in the place of JSON could be a JSON string or one that is not JSON at all.
            return charset == null || type.isJson()
                    ? Optional.empty()
                    : Optional.of(ByteString.copyFrom(text.getBytes(charset)));
        }
        return type.isJson() ? Optional.of(ByteString.copyFrom(Json.bytes(replace.body()))) : Optional.empty();
    }

    @Override
    public void close() {
        report.close();
    }
}
