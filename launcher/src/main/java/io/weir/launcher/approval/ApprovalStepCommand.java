package io.weir.launcher.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.launcher.api.NoteOption;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command by which a person takes a step on one approval. */
abstract class ApprovalStepCommand extends ApiCommand {

    @Mixin
    private final ApprovalIdParameter approval = new ApprovalIdParameter();

    @Mixin
    private final NoteOption note = new NoteOption();

    private final String inside;

    /** A step that is posted to a path inside the approval. */
    ApprovalStepCommand(String inside) {
        this.inside = inside;
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        note.addTo(body);
        addTo(body);
        return api.post(approval.path(inside), body);
    }

    /** Adds what else the step needs. */
    void addTo(Map<String, Object> body) {}

    @Override
    protected String text(JsonNode answer) {
        return ApprovalTexts.whole(answer);
    }
}
