package io.weir.launcher.replay;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.policy.PolicySource;
import io.weir.launcher.ExitCode;
import io.weir.launcher.audit.AuditCluster;
import io.weir.launcher.trace.UserRequests;
import io.weir.scanapi.rules.RuleChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir replay}: decides recorded events again and prints what differs. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Decide recorded events again, and print what this build decides differently.",
        description = {
            "Records of a calls topic hold what judgement needs: each call is linked and decided again with what its "
                    + "session had read before it, and the decision is compared with the recorded one. Reads before "
                    + "the range are not known, so begin a range where its sessions begin.",
            "A trace file holds raw content: it is judged from the beginning, and compared with nothing unless "
                    + "--against gives an earlier output.",
            "Settings are the defaults, or those of --config: what belongs to engine and rules, and fingerprint.key, "
                    + "without which a fixed key serves and neither canaries nor value_hash entries are known. "
                    + "Environment variables are left out.",
            "With --policies the past is decided by these policies instead of those that held then. Records hold no"
                    + " content, so of a rule on body, headers or URL, or on a service that only the URL tells, it is not"
                    + " known whether it matches: it counts as one that does not, and the report says for how many calls.",
            "The same input gives the same output, byte for byte. Nothing is written anywhere."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir replay --data .weir",
            "  weir replay --bootstrap kafka:9092 --topic-range weir.calls.v1:0:1000-1999 --json",
            "  weir replay --file calls.ndjson --fail-on changed",
            "  weir replay --data .weir --policies candidate --fail-on new_deny",
            "  weir replay --file runs.jsonl.gz --json > before.ndjson",
            "  weir replay --file runs.jsonl.gz --against before.ndjson --config weir.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:replayed",
            "1:something of --fail-on was found",
            "2:wrong usage, or the input cannot be read",
            "4:Kafka cannot be reached"
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable Where where;

    @Option(
            names = "--topic-range",
            paramLabel = "TOPIC[:PARTITION[:FROM-[TO]]]",
            defaultValue = "weir.calls.v1",
            description = "What to read of the cluster, offsets included; default: ${DEFAULT-VALUE}")
    private String topicRange = "weir.calls.v1";

    @Option(
            names = "--context",
            paramLabel = "FILE",
            description = "For trace files: JSON lines with trace_id and user_prompt.")
    private @Nullable Path context;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "For trace files: compare with the --json output of an earlier replay.")
    private @Nullable Path against;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with settings, for trace files rules too.")
    private @Nullable Path config;

    @Option(
            names = "--policies",
            paramLabel = "PATH",
            description = "Decide by the policies of this directory or file.")
    private @Nullable Path policies;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "Exit with 1 if there is any of: ${COMPLETION-CANDIDATES}")
    private Set<FailOn> failOn = EnumSet.noneOf(FailOn.class);

    @Option(names = "--json", description = "Print a JSON object for every decision, then one with the counts.")
    private boolean json;

    /** What makes the command fail. */
    enum FailOn {
        /** A decision differs. */
        CHANGED,
        /** A call is denied that was not. */
        NEW_DENY,
        /** A record cannot be read or judged. */
        UNREADABLE
    }

    /** Where the events are. */
    static final class Where {

        @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Address of a running Kafka cluster.")
        private @Nullable String bootstrap;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Data directory of './weir up'; its broker is started for the while if it does not run.")
        private @Nullable Path data;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Recorded events as JSON lines, as a consumer prints a calls topic, or a trace file.")
        private @Nullable Path file;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = commandSpec().commandLine().getOut();
        ReplayReport report = new ReplayReport(out, json);
        SessionTables tables = new SessionTables();
        Where place = where == null ? new Where() : where;
        ReplaySettings settings = ReplaySettings.read(config);
        // Records of a topic hold their findings: no rules are needed, nor need they be on this machine.
        PolicySource source = settings.policies(policies);
        CandidatePolicies candidates = policies == null ? null : new CandidatePolicies(source);
        InlineJudge judge = settings.judge(place.file == null ? RuleChoice.STANDARD : settings.rules(), source);
        TraceReplay traces =
                new TraceReplay(judge, tables, UserRequests.read(context), EarlierReplay.read(against), report);
        read(place, new RecordSink(new Replay(settings.decider(), candidates, tables, report), traces, report));
        report.summarize(tables, candidates == null ? Map.of() : candidates.undecided());
        return fails(report) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void read(Where place, RecordSink sink) throws IOException {
        if (place.file != null) {
            sink.acceptLines(place.file);
            return;
        }
        TopicRange range = TopicRange.parse(topicRange);
        try (AuditCluster cluster = cluster(place)) {
            TopicSource.read(cluster, range, sink);
        }
    }

    private static AuditCluster cluster(Where place) {
        if (place.bootstrap != null) {
            return AuditCluster.at(place.bootstrap);
        }
        return AuditCluster.on(place.data == null ? Path.of(".weir") : place.data);
    }

    private boolean fails(ReplayReport report) {
        return (failOn.contains(FailOn.CHANGED) && report.changedCount() > 0)
                || (failOn.contains(FailOn.NEW_DENY) && report.newDenialCount() > 0)
                || (failOn.contains(FailOn.UNREADABLE) && report.unreadableCount() > 0);
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
