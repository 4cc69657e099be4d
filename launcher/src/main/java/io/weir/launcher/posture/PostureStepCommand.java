package io.weir.launcher.posture;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.launcher.api.NoteOption;
import io.weir.schemas.word.PostureRule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which a person says what is to become of findings. */
abstract class PostureStepCommand extends ApiCommand {

    @Parameters(index = "0", paramLabel = "RULE", description = "${COMPLETION-CANDIDATES}")
    private PostureRule rule = PostureRule.GHOST_ACCESS;

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "The key, agent or environment that it finds; default: all that the rule finds")
    private @Nullable String subject;

    @Mixin
    private final NoteOption note = new NoteOption();

    private final String step;

    /** Something that is posted under this name. */
    PostureStepCommand(String step) {
        this.step = step;
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rule", rule.name());
        if (subject != null) {
            body.put("subject", subject);
        }
        note.addTo(body);
        return api.post("/v1/posture/" + step, body);
    }

    @Override
    protected String text(JsonNode answer) {
        return PostureTexts.table(answer);
    }
}
