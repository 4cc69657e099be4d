package io.weir.launcher.intel;

import io.weir.engine.threat.FeedText;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir intel list}: the feeds that are there. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List feeds, how much they hold and how old they are.",
        footerHeading = "%nExamples:%n",
        footer = "  weir intel list")
final class IntelListCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IntelFolder folder = new IntelFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(row("FEED", "ENTRIES", "IMPORTED"));
        for (Path feed : feeds(folder.path())) {
            String name = feed.getFileName().toString();
            int entries = FeedText.read(Files.readAllLines(feed, StandardCharsets.UTF_8))
                    .entries()
                    .size();
            out.println(row(
                    name.substring(0, name.length() - ".txt".length()),
                    entries,
                    Files.getLastModifiedTime(feed).toInstant()));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static List<Path> feeds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-24s  %10s  %s", cells);
    }
}
