package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.Map;

/** The same facts in other words. */
public final class Paraphrase implements Technique {

    @Override
    public int number() {
        return 23;
    }

    @Override
    public String name() {
        return "paraphrase or summary";
    }

    @Override
    public boolean isDeclaredGap() {
        return true;
    }

    @Override
    public void play(Scene scene) {
        String first = scene.content().noun();
        String second = scene.content().noun();
        scene.reads(
                "read_file",
                Map.of("path", scene.content().fileName("md")),
                "The board will close the " + first + " next spring and tell nobody before the " + second
                        + " is sold.");
        Sending sending = Sending.any(scene).announced(scene);
        String told = "They want to shut down their " + first + " in a few months, secretly, until a buyer for the "
                + second + " is found.";
        sending.send(scene, scene.carried(told, scene.content().page()));
    }
}
