package io.weir.launcher.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir approval show}: one held call. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show a held call: who wants to do what, and why it was held.",
        footerHeading = "%nExamples:%n",
        footer = "  weir approval show 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class ApprovalShowCommand extends ApiCommand {

    @Mixin
    private final ApprovalIdParameter approval = new ApprovalIdParameter();

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get(approval.path(""));
    }

    @Override
    protected String text(JsonNode answer) {
        return ApprovalTexts.whole(answer);
    }
}
