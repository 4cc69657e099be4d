package io.weir.launcher.intel;

import io.weir.engine.threat.FeedText;
import io.weir.engine.threat.ThreatEntry;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir intel import}: takes a feed over, in place of the one of the same name. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import a feed: a file of hosts, networks or URLs, of separated values, or in the form of /etc/hosts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir intel import urls.csv --feed urlhaus",
            "  weir intel import ours.txt --feed deny",
            "  weir intel import partners.txt --feed allow --tenant acme"
        })
final class IntelImportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The feed, as its maker publishes it.")
    private Path file = Path.of("");

    @Option(
            names = "--feed",
            required = true,
            paramLabel = "NAME",
            description = "What it is called in decisions; what 'allow' lists is no threat.")
    private String feed = "";

    @Mixin
    private final IntelFolder folder = new IntelFolder();

    @Override
    public Integer call() throws IOException {
        if (!feed.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
            throw new IllegalArgumentException("the name of a feed has 1 to 64 of a-z, 0-9, '-' and '_'");
        }
        FeedText.Read read = FeedText.read(Files.readAllLines(file, StandardCharsets.UTF_8));
        if (read.entries().isEmpty()) {
            throw new IllegalArgumentException(file + " holds no host, network or URL");
        }
        Path target = folder.path().resolve(feed + ".txt");
        write(read.entries(), target);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(read.entries().size() + " entries in " + target + "; " + read.passedOver() + " lines passed over");
        out.flush();
        return ExitCode.OK;
    }

    /** At once, so that no half of a feed is ever read. */
    private static void write(List<ThreatEntry> entries, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "import", ".part");
        Files.write(written, entries.stream().map(IntelImportCommand::line).toList(), StandardCharsets.UTF_8);
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(ThreatEntry entry) {
        return entry.kind() == ThreatEntry.Kind.URL ? "http://" + entry.text() : entry.text();
    }
}
