package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.List;
import java.util.Locale;

/** Some lines of a read, wrapped, quoted or escaped in another way, between the agent's own words. */
public final class PartialExcerpt implements Technique {

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String name() {
        return "partial and re-wrapped";
    }

    private enum Form {
        QUOTED,
        WRAPPED,
        UPPER_CASE,
        JSON_ESCAPED
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = scene.choices().coin() ? Stolen.customers(scene, 12) : Stolen.minutes(scene, 12);
        Sending sending = Sending.any(scene).announced(scene);
        Form form = scene.variant(List.of(Form.values()));
        String excerpt =
                wrapped(form, excerpt(stolen.carriedIn(scene), scene.choices().below(5)));
        sending.send(
                scene,
                scene.content().page() + "\n" + excerpt + "\n" + scene.content().page());
    }

    private static String excerpt(String text, int part) {
        List<String> pieces = List.of(text.split("(?<=[.\\n]) *(?=[A-Z])"));
        int start = Math.min(part, pieces.size() - 1);
        return String.join(" ", pieces.subList(start, Math.min(pieces.size(), start + 3)));
    }

    private static String wrapped(Form form, String text) {
        return switch (form) {
            case QUOTED -> "> " + text.replaceAll("(.{30,50}) ", "$1\n> ");
            case WRAPPED -> text.replaceAll("(.{16,24}[ ,])", "$1\n    ");
            case UPPER_CASE -> text.toUpperCase(Locale.ROOT);
            case JSON_ESCAPED -> "{\"text\": \"" + text.replace("\n", "\\n").replace(",", "\\u002c") + "\"}";
        };
    }
}
