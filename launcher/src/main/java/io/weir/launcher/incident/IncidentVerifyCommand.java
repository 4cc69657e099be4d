package io.weir.launcher.incident;

import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir incident verify}: whether an archive of evidence is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Hold an archive of evidence against its manifest. Needs no API.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident verify case.zip",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all agrees", "1:something does not", "2:it is no archive of evidence"})
final class IncidentVerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The archive.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        BundleCheck check = BundleCheck.of(Objects.requireNonNull(file));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("incident " + check.incidentId());
        out.println("manifest sha256 " + check.manifestSha256());
        check.faults().forEach(out::println);
        out.println(check.faults().isEmpty() ? "all files are as the manifest says" : "the archive was changed");
        out.flush();
        return check.faults().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
