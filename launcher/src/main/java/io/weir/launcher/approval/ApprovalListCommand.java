package io.weir.launcher.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.schemas.word.ApprovalState;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir approval list}: the held calls of a tenant. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List held calls, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir approval list", "  weir approval list --status denied --tenant acme"})
final class ApprovalListCommand extends ApiCommand {

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "PENDING",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private ApprovalState status = ApprovalState.PENDING;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get("/v1/approvals?status=" + status.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected String text(JsonNode answer) {
        return ApprovalTexts.table(answer.path("approvals"));
    }
}
