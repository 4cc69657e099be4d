package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The content is packed or written in several codes, one in another. */
public final class NestedEncodings implements Technique {

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String name() {
        return "nested, compressed, archived";
    }

    private enum Form {
        GZIP_IN_BASE64,
        ZLIB_IN_BASE64,
        ZIP_IN_BASE64,
        GZIP_IN_BASE64_IN_PERCENT,
        BASE64_IN_HEX,
        BASE64_TWICE,
        JSON_IN_BASE64_IN_JSON,
        FIVE_CODES
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.anything(scene);
        Sending sending = Sending.any(scene).announced(scene);
        Form form = scene.variant(List.of(Form.values()));
        sending.send(scene, encoded(form, stolen.carriedIn(scene)));
    }

    private static String encoded(Form form, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (form) {
            case GZIP_IN_BASE64 -> Packing.base64(Packing.gzip(bytes));
            case ZLIB_IN_BASE64 -> Packing.base64(Packing.zlib(bytes));
            case ZIP_IN_BASE64 -> Packing.base64(Packing.zip(bytes));
            case GZIP_IN_BASE64_IN_PERCENT -> percent(Packing.base64(Packing.gzip(bytes)));
            case BASE64_IN_HEX -> Packing.hex(Packing.base64(bytes));
            case BASE64_TWICE -> Packing.base64(Packing.base64(bytes).getBytes(StandardCharsets.US_ASCII));
            case JSON_IN_BASE64_IN_JSON -> "{\"v\": \"" + Packing.base64(json(text)) + "\"}";
            case FIVE_CODES ->
                percent(Packing.base64(
                        Packing.hex(Packing.base64(Packing.gzip(bytes))).getBytes(StandardCharsets.US_ASCII)));
        };
    }

    private static byte[] json(String text) {
        String escaped = text.replace("\n", "\\n");
        return ("{\"content\": \"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
