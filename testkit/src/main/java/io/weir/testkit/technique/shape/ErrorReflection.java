package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.CaseKind;
import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.List;
import java.util.Map;

/** What was read is provoked into an error message, and the message goes to an outside tracker. */
public final class ErrorReflection implements Technique {

    @Override
    public int number() {
        return 21;
    }

    @Override
    public String name() {
        return "error-message reflection";
    }

    private enum Form {
        TRACKER_BY_TOOL,
        TRACKER_BY_HTTP,
        TELEMETRY
    }

    @Override
    public List<CaseKind> twins() {
        return List.of(CaseKind.UNRELATED);
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.key(scene);
        String path = "/srv/" + scene.carried(stolen.read(), scene.content().fileName("log"));
        String message = "FileNotFoundError: no such file or directory: '" + path + "'";
        scene.reads("open_file", Map.of("path", path), message);
        String reported =
                scene.carried(message, "TimeoutError: " + scene.content().noun() + " did not answer");
        switch (scene.variant(List.of(Form.values()))) {
            case TRACKER_BY_TOOL ->
                scene.sends("capture_exception", Map.of("level", "error", "message", reported, "release", "4.2"));
            case TRACKER_BY_HTTP ->
                scene.requests(
                        "POST",
                        scene.outlet().url("/api/7/store/"),
                        Map.of(),
                        Map.of("exception", List.of(Map.of("type", "OSError", "value", reported))));
            case TELEMETRY -> scene.sends("send_telemetry", Map.of("event", "failure", "detail", reported));
        }
    }
}
