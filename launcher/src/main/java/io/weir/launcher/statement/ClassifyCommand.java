package io.weir.launcher.statement;

import io.weir.engine.settings.EngineSettings;
import io.weir.launcher.audit.AuditCluster;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Statement;
import io.weir.schemas.word.DataClass;
import java.io.IOException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir classify}: says that content, or a source, was sensitive; what has gone out is judged again. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        header = "Say afterwards that content is sensitive, or a canary, and judge again what has gone out.",
        description = {
            "The correlator looks through the calls that it still keeps (64 of each session, 7 days) and raises alerts "
                    + "that are marked as retroactive. Only keyed hashes of the content are kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir classify --text-file salaries.csv --class PII",
            "  weir classify --text 'ops-7731-kestrel' --canary",
            "  weir classify --source 8d4f... --class SECRETS --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is published", "2:wrong usage, or a scope that is too wide", "4:Kafka cannot be reached"})
public final class ClassifyCommand extends StatementCommand {

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(
            names = "--class",
            paramLabel = "WORD",
            defaultValue = "INTERNAL",
            description = "INTERNAL, PII, PHI or SECRETS; default: ${DEFAULT-VALUE}")
    private DataClass dataClass = DataClass.INTERNAL;

    @Option(names = "--canary", description = "Nobody should ever send it.")
    private boolean canary;

    @Override
    void check() {
        subject.check();
    }

    @Override
    Statement statement(AuditCluster open) throws IOException {
        String text = subject.content();
        Sketches sketches = new Sketches(
                EngineSettings.DEFAULT, SubjectOptions.keys(options()).of(subject.tenant()));
        return new Classification(
                UUID.randomUUID().toString(),
                subject.tenant(),
                System.currentTimeMillis(),
                author(),
                text == null ? null : sketches.content(text),
                subject.source(),
                dataClass,
                canary);
    }

    @Override
    String text(Statement statement) {
        Classification said = (Classification) statement;
        return "classified as " + (said.canary() ? "a canary" : said.dataClass()) + ", by " + said.author()
                + "; what has gone out is judged again\nid " + said.statementId();
    }
}
