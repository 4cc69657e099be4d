package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.List;
import java.util.stream.Collectors;

/** The content is written in a code that nobody publishes. */
public final class CustomCipher implements Technique {

    @Override
    public int number() {
        return 24;
    }

    @Override
    public String name() {
        return "cipher of one's own";
    }

    private static final int SHIFT = 7;
    private static final int LENGTHS = 26;

    private enum Form {
        SHIFTED,
        WORD_LENGTHS,
        CHARACTER_NUMBERS
    }

    @Override
    public boolean isDeclaredGap() {
        return true;
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.key(scene);
        Sending sending = Sending.any(scene).announced(scene);
        Form form = scene.variant(List.of(Form.values()));
        sending.send(scene, encoded(form, stolen.carriedIn(scene)));
    }

    private static String encoded(Form form, String text) {
        return text.chars().mapToObj(c -> encoded(form, c)).collect(Collectors.joining());
    }

    private static String encoded(Form form, int c) {
        return switch (form) {
            case SHIFTED -> Character.toString(c + SHIFT);
            case WORD_LENGTHS -> "x".repeat(1 + c % LENGTHS) + " ";
            case CHARACTER_NUMBERS -> c + " ";
        };
    }
}
