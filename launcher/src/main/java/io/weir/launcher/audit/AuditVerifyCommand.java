package io.weir.launcher.audit;

import io.weir.engine.audit.AuditPin;
import io.weir.launcher.ExitCode;
import io.weir.launcher.broker.BrokerUnusable;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.json.Json;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir audit verify}: walks every chain of the audit topic and says whether it is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Verify the hash chains of the audit log.",
        description = {
            "Reads the audit topic, recomputes every hash and checks that each entry follows the one before.",
            "It proves that entries were not changed, removed or inserted. It does not prove that everything was "
                    + "written, nor that the end was not cut off, unless --since gives heads that were noted earlier."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir audit verify",
            "  weir audit verify --bootstrap kafka:9092 --records",
            "  weir audit verify --json > heads.json",
            "  weir audit verify --since heads.json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every chain is intact",
            "1:a chain is broken, or a record was changed",
            "2:wrong usage, or an input cannot be read",
            "4:Kafka cannot be reached"
        })
public final class AuditVerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(exclusive = true)
    private @Nullable Where where;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "What topic names begin with; default: ${DEFAULT-VALUE}")
    private String prefix = Topics.DEFAULT_PREFIX;

    @Option(names = "--records", description = "Also read the committed records again and compare their digests.")
    private boolean records;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "Demand that the chains run through the heads of an earlier --json report.")
    private @Nullable Path since;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Where the audit topic is: unless something else is said, in the default data directory. */
    static final class Where {

        @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Address of a running Kafka cluster.")
        private @Nullable String bootstrap;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Data directory of 'weir up', default: .weir; its broker is started for the while if it "
                        + "does not run.")
        private @Nullable Path data;

        AuditCluster open() {
            return bootstrap != null ? AuditCluster.at(bootstrap) : AuditCluster.on(folder());
        }

        private Path folder() {
            return data == null ? Path.of(".weir") : data;
        }
    }

    @Override
    public Integer call() {
        try {
            return verify(since == null ? Map.of() : AuditPins.read(since));
        } catch (IOException | IllegalArgumentException e) {
            return fail(ExitCode.USAGE, e);
        } catch (BrokerUnusable | KafkaException e) {
            return fail(ExitCode.UNREACHABLE, e);
        }
    }

    private int verify(Map<Integer, AuditPin> pins) {
        Where place = where == null ? new Where() : where;
        try (AuditCluster cluster = place.open()) {
            KafkaConnection connection =
                    KafkaConnection.local(cluster.bootstrap()).withPrefix(prefix);
            try (AuditVerification verification = AuditVerification.of(connection, records, pins)) {
                return report(verification.run());
            }
        }
    }

    private int report(AuditReport report) {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(json ? Json.text(report.json()) : report.text());
        out.flush();
        return report.intact() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private int fail(int exitCode, Exception cause) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println("audit verify: " + cause.getMessage());
        err.flush();
        return exitCode;
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
