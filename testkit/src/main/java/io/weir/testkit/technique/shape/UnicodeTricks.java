package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.util.List;

/** The content is written in characters that look the same, or that nobody sees. */
public final class UnicodeTricks implements Technique {

    @Override
    public int number() {
        return 18;
    }

    @Override
    public String name() {
        return "Unicode tricks";
    }

    private static final String LATIN = "aceopxyiABCEHIKMOPTX";
    private static final String CYRILLIC = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456"
            + "\u0410\u0412\u0421\u0415\u041d\u0406\u041a\u041c\u041e\u0420\u0422\u0425";
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int TAGS_OFFSET = 0xE0000;

    private enum Form {
        ZERO_WIDTH,
        TAGS,
        HOMOGLYPHS,
        FULL_WIDTH,
        COMBINING_MARKS
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = scene.choices().coin() ? Stolen.key(scene) : Stolen.minutes(scene, 4);
        Sending sending = Sending.any(scene).announced(scene);
        Form form = scene.variant(List.of(Form.values()));
        sending.send(scene, scene.content().page() + " " + disguised(form, stolen.carriedIn(scene)));
    }

    private static String disguised(Form form, String text) {
        StringBuilder disguised = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean visible = c > ' ' && c < 0x7f;
            switch (form) {
                case ZERO_WIDTH -> disguised.appendCodePoint(c).append('\u200b');
                case TAGS -> disguised.appendCodePoint(visible || c == ' ' ? TAGS_OFFSET + c : c);
                case HOMOGLYPHS -> disguised.appendCodePoint(lookalike(c));
                case FULL_WIDTH -> disguised.appendCodePoint(visible ? c + FULL_WIDTH_OFFSET : c);
                case COMBINING_MARKS -> disguised.appendCodePoint(c).append('\u0336');
            }
        });
        return disguised.toString();
    }

    private static int lookalike(int c) {
        int index = LATIN.indexOf(c);
        return index < 0 ? c : CYRILLIC.charAt(index);
    }
}
