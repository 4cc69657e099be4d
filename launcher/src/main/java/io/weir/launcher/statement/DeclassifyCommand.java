package io.weir.launcher.statement;

import io.weir.engine.settings.EngineSettings;
import io.weir.launcher.audit.AuditCluster;
import io.weir.launcher.config.EngineConfig;
import io.weir.launcher.config.Settings;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Statement;
import io.weir.schemas.word.Audience;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir declassify}: lets content go to a destination for a purpose and a time, or takes that back. */
@Command(
        name = "declassify",
        mixinStandardHelpOptions = true,
        header = "Let content, or all of one source, go to a destination for a while.",
        description = {
            "Publishes a statement that the correlator honours and audits: links of that content to that destination "
                    + "stay in the evidence, below the tier of an alert. Only keyed hashes of the content are kept.",
            "With --revoke it is taken back, and what it let pass is judged again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir declassify --text-file minutes.txt --to ana@partner.example --for 10m --purpose 'board pack'",
            "  weir declassify --source 8d4f... --audience KNOWN --for 30d --purpose 'public price list' --json",
            "  weir declassify --revoke 5b0e..."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is published", "2:wrong usage, or a scope that is too wide", "4:Kafka cannot be reached"})
public final class DeclassifyCommand extends StatementCommand {

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(names = "--to", paramLabel = "ADDRESS", description = "The destination: a mail or web address, an account.")
    private @Nullable String to;

    @Option(
            names = "--audience",
            paramLabel = "WORD",
            description = "Instead of --to: whoever belongs to this audience, KNOWN, EXTERNAL or PUBLIC.")
    private @Nullable Audience audience;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "What for; it stands in the evidence.")
    private @Nullable String purpose;

    @Option(names = "--for", paramLabel = "TIME", description = "How long from now: 90s, 10m, 8h, 30d; at most 365d.")
    private @Nullable String lasts;

    @Option(names = "--revoke", paramLabel = "ID", description = "Take back the statement with this id.")
    private @Nullable String revoked;

    @Override
    void check() {
        if (revoked == null) {
            subject.check();
            checkRest();
        }
    }

    @Override
    Statement statement(AuditCluster open) throws IOException {
        long now = System.currentTimeMillis();
        if (revoked != null) {
            return new StatementLookup(cluster().connection(open))
                    .declassification(revoked)
                    .revokedBy(author(), now);
        }
        EngineSettings engine = options().settings().read(Settings.SECTIONS).get(EngineConfig.SECTION);
        Sketches sketches = new Sketches(engine, SubjectOptions.keys(options()).of(subject.tenant()));
        String text = subject.content();
        Fingerprint content = text == null ? null : sketches.content(text);
        Destination destination = to == null ? null : sketches.destination(to);
        Duration span = Span.of(lasts == null ? "" : lasts);
        return new Declassification(
                UUID.randomUUID().toString(),
                subject.tenant(),
                now,
                author(),
                content,
                subject.source(),
                destination == null ? null : destination.hash(),
                destination == null ? null : destination.label(),
                audience,
                purpose == null ? "" : purpose,
                now,
                now + span.toMillis(),
                false);
    }

    private void checkRest() {
        if ((to == null) == (audience == null)) {
            throw new IllegalArgumentException(
                    "the scope is too wide: it must name who may see it. Fix: give either --to or --audience");
        }
        if (purpose == null || purpose.isBlank()) {
            throw new IllegalArgumentException("give --purpose: the evidence says what it was let go for");
        }
        if (lasts == null) {
            throw new IllegalArgumentException("give --for: a declassification has an end");
        }
    }

    @Override
    String text(Statement statement) {
        Declassification said = (Declassification) statement;
        String what = said.content() == null
                ? "all that call " + said.sourceTraceId() + " brought in"
                : "content with " + said.content().values().size() + " values";
        String who = said.destinationLabel() == null ? "audience " + said.audience() : said.destinationLabel();
        return said.revoked()
                ? "revoked " + said.statementId() + "; what it let pass is judged again"
                : "declassified " + what + " to " + who + " for '" + said.purpose() + "' until "
                        + Instant.ofEpochMilli(said.untilMillis()) + ", by " + said.author() + "\nid "
                        + said.statementId();
    }
}
