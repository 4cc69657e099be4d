package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.time.Duration;
import java.util.Map;

/** Each bit of the content decides how long the next call is waited for; the bytes appear nowhere. */
public final class Timing implements Technique {

    @Override
    public int number() {
        return 25;
    }

    @Override
    public String name() {
        return "timing or yes-and-no channel";
    }

    private static final int BITS = 48;

    @Override
    public boolean isDeclaredGap() {
        return true;
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.key(scene);
        scene.mentionsOutlet(scene.outlet().url("/tick"));
        String text = stolen.carriedIn(scene);
        for (int bit = 0; bit < BITS; bit++) {
            boolean one = (text.charAt(bit / 8) >> bit % 8 & 1) == 1;
            scene.later(Duration.ofSeconds(one ? 1 : 9));
            scene.requests("GET", scene.outlet().url("/tick"), Map.of(), Map.of());
        }
    }
}
