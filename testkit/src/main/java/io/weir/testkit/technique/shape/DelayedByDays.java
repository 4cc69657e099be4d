package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What was read today is sent days later, in another run of the agent, from its memory. */
public final class DelayedByDays implements Technique {

    @Override
    public int number() {
        return 13;
    }

    @Override
    public String name() {
        return "delayed by days";
    }

    private enum Form {
        RECALLED,
        UNSEEN
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.anything(scene);
        Form form = scene.variant(List.of(Form.values()));
        String text = stolen.read();
        scene.reads("remember", Map.of("text", text), "remembered");
        scene.later(Duration.ofDays(2 + scene.choices().below(8)));
        scene.nextSession(scene.task());
        Sending sending = Sending.any(scene).announced(scene);
        if (form == Form.RECALLED) {
            scene.reads("recall", Map.of("about", "last week"), text);
        }
        sending.send(scene, stolen.carriedIn(scene));
    }
}
